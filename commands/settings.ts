/** /settings: what holds in a server, for those who may manage it. */
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { makeAnswer, type Note, type Outcome } from '#src/answer/model.ts'
import { resolveCountry } from '#src/corpus/places/index.ts'
import { textReply } from '#src/reply/model.ts'
import { CHAT, chatIn, readSettings } from '#src/store/server-settings.ts'
import { type Asking, type Command, type Result, textOption } from './command.ts'
import { completeCountry } from './complete.ts'

const NONE = 'none'

/** A setting's new value by the name it is kept under; null takes it away. */
type Changes = readonly (readonly [name: string, value: string | null])[]

function choice(
  name: string,
  description: string,
  choices: Readonly<Record<string, string>>,
): APIApplicationCommandBasicOption {
  const shown = Object.entries(choices).map(([value, text]) => ({ name: text, value }))
  return { type: ApplicationCommandOptionType.String, name, description, choices: shown }
}

export const settingsCommand: Command = {
  declaration: {
    name: 'settings',
    description: 'What holds in this server: country, private replies, channels for chat',
    options: [
      textOption('default_country', 'The country assumed where none is named; none to assume none', {
        completed: true,
      }),
      choice('replies', 'Who sees replies where nobody says otherwise', {
        everybody: 'everybody',
        private: 'only who asked',
      }),
      choice('chat', 'Where mentions are answered', {
        'all-on': 'in all channels',
        'all-off': 'in no channel',
        'here-on': 'in this channel',
        'here-off': 'not in this channel',
      }),
    ],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  repeatable: false,
  run: async ({ values }, asking) => {
    const { words, person } = asking
    const { guildId } = person
    if (guildId === null) return said('invalid', [words.settings.onlyServers])
    // Discord hides the command from others, unless a server's own overrides show it to them.
    if (!person.mayManage) return said('invalid', [words.settings.onlyManagers])
    const typed =
      values['default_country'] === undefined ? undefined : words.countryTyped(values['default_country'].trim())
    const country = typed === undefined || typed.toLowerCase() === NONE ? null : resolveCountry(typed)
    if (country !== null && country.kind !== 'country') {
      const candidates = country.kind === 'ambiguous' ? country.candidates : country.nearest
      const note: Note = { kind: 'no-such-country', typed: typed ?? '', candidates }
      return said('invalid', [words.note(note)])
    }
    const changes: Changes = [
      ...(typed === undefined ? [] : [['country', country?.code ?? null] as const]),
      ...(values['replies'] === undefined
        ? []
        : [['private', values['replies'] === 'private' ? 'yes' : null] as const]),
    ]
    return saved(changes, values['chat'], guildId, asking)
  },
  complete: (_option, typed, _values, asking) => [
    ...completeCountry(typed, asking),
    ...(NONE.startsWith(typed) ? [NONE] : []),
  ],
}

async function chatChanges(chosen: string | undefined, asking: Asking, guildId: string): Promise<Changes> {
  const { store, person } = asking
  if (chosen === 'here-on' || chosen === 'here-off')
    return person.channelId === null ? [] : [[chatIn(person.channelId), chosen === 'here-on' ? 'on' : 'off']]
  if (chosen !== 'all-on' && chosen !== 'all-off') return []
  // For all channels means: what single channels said before is over.
  const single = Object.keys(await store.settings(guildId)).filter((name) => name.startsWith(chatIn('')))
  return [[CHAT, chosen === 'all-off' ? 'off' : null], ...single.map((name) => [name, null] as const)]
}

async function saved(others: Changes, chat: string | undefined, guildId: string, asking: Asking): Promise<Result> {
  const { store, words } = asking
  try {
    const changes = [...others, ...(await chatChanges(chat, asking, guildId))]
    for (const [name, value] of changes) await store.setSetting(guildId, name, value)
    const settings = await readSettings(store, guildId)
    return said('answered', [
      `### ${words.settings.title}`,
      [
        words.settings.country(settings.country === null ? null : words.country(settings.country)),
        words.settings.replies(settings.private),
        words.settings.chat(
          settings.chat,
          settings.chatExceptions.map((id) => `<#${id}>`),
        ),
      ]
        .map((line) => `- ${line}`)
        .join('\n'),
      changes.length === 0 ? '' : `-# ${words.settings.saved}`,
    ])
  } catch {
    return said('invalid', [words.settings.notSaved])
  }
}

function said(outcome: Extract<Outcome, 'answered' | 'invalid'>, lines: readonly string[]): Result {
  const answer = makeAnswer(outcome, outcome === 'invalid' ? 'bad-value' : null)
  return { answer, reply: textReply(outcome, lines, true) }
}
