import { ApplicationCommandType, InteractionType } from 'discord.js'
import { expect, test } from 'vitest'
import { countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'

const scene = (guildId: string | null): Scene => ({
  ids: countingIds(1n),
  applicationId: '9',
  user: localUser('7', 'Ada'),
  channelId: '8',
  guildId,
  locale: 'fr',
})

test('a command in a server comes from a member, in a direct message from a user', () => {
  const act = { kind: 'command', name: 'sources', options: [] } as const
  const inServer = makeInteraction({ ...act, options: [] }, scene('6'))
  const inPrivate = makeInteraction({ ...act, options: [] }, scene(null))
  expect(inServer).toMatchObject({ guild_id: '6', member: { user: { id: '7' } }, context: 0, locale: 'fr' })
  expect(inServer.user).toBeUndefined()
  expect(inPrivate).toMatchObject({ user: { id: '7', username: 'ada' }, context: 1, channel: { id: '8' } })
  expect(inPrivate.guild_id).toBeUndefined()
})

test('the same scene gives the same interaction, id for id', () => {
  const make = () => makeInteraction({ kind: 'command', name: 'sources', options: [] }, scene('6'))
  expect(make()).toEqual(make())
  expect(make()).toMatchObject({ id: '1', type: InteractionType.ApplicationCommand, version: 1 })
})

test('a modal sent from a message carries that message; one opened by a command has none', () => {
  const act = { kind: 'modal', customId: 'note', components: [], message: null } as const
  const made = makeInteraction({ ...act, components: [] }, scene('6'))
  expect(made).toMatchObject({ type: InteractionType.ModalSubmit, data: { custom_id: 'note', components: [] } })
  expect(made.message).toBeUndefined()
})

test('an autocomplete says which option is being typed', () => {
  const focused = { name: 'country', type: 3, value: 'ha', focused: true } as const
  const made = makeInteraction({ kind: 'autocomplete', name: 'program', options: [focused] }, scene('6'))
  expect(made).toMatchObject({
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { type: ApplicationCommandType.ChatInput, name: 'program', options: [focused] },
  })
})
