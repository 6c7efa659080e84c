/** A small bot for tests of what carries it: it echoes, dawdles, fails, sends a file, turns a page. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { FatalError } from '#src/discord/fatal.ts'
import { type GatewayHandle, type GatewaySettings, startGateway } from '#src/discord/gateway.ts'
import type { Log } from '#src/discord/log.ts'
import type { Bot, IncomingMessage, InteractionResponse, OutgoingMessage } from '#src/discord/surface.ts'
import type { Discord } from './standin/index.ts'

export const declarations: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'echo',
    description: 'Says it again',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        description: 'What',
        required: true,
        autocomplete: true,
      },
    ],
    contexts: [0, 1],
    integration_types: [0],
  },
  { name: 'file', description: 'Sends a file' },
  {
    name: 'slow',
    description: 'Takes its time',
    options: [{ type: 4, name: 'ms', description: 'How long', required: false }],
  },
  { name: 'broken', description: 'Fails' },
  { name: 'Look at it', type: ApplicationCommandType.Message },
]

function card(text: string): {
  flags: MessageFlags.IsComponentsV2
  components: APIMessageTopLevelComponent[]
  allowed_mentions: { parse: [] }
} {
  const button = { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'Next', custom_id: 'next' } as const
  const row = { type: ComponentType.ActionRow, components: [button] } as const
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [
      { type: ComponentType.TextDisplay, content: text },
      { ...row, components: [...row.components] },
    ],
    allowed_mentions: { parse: [] },
  }
}

function message(text: string): InteractionResponse {
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data: card(text) }, files: [] }
}

function just(body: APIInteractionResponse): InteractionResponse {
  return { body, files: [] }
}

const report = Buffer.from('a,b\n1,2\n'.repeat(100_000))

function file(): InteractionResponse {
  const data: APIInteractionResponseCallbackData = {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.File, file: { url: 'attachment://report.csv' } }],
    attachments: [{ id: 0, filename: 'report.csv' }],
    allowed_mentions: { parse: [] },
  }
  const body: APIInteractionResponse = { type: InteractionResponseType.ChannelMessageWithSource, data }
  return { body, files: [{ name: 'report.csv', contentType: 'text/csv', data: report }] }
}

async function command(interaction: APIInteraction): Promise<InteractionResponse> {
  const data = 'data' in interaction && interaction.data !== undefined ? interaction.data : null
  const name = data !== null && 'name' in data ? data.name : ''
  const options = data !== null && 'options' in data && data.options !== undefined ? data.options : []
  const [first] = options
  const value = first !== undefined && 'value' in first ? first.value : null
  if (name === 'echo') return message(String(value))
  if (name === 'Look at it') return message('Looked')
  if (name === 'broken') throw new Error('a fault of the bot')
  if (name === 'slow') {
    await sleep(Number(value ?? 200))
    return message('At last')
  }
  if (name === 'file') return file()
  const flags = MessageFlags.Ephemeral
  const said = { content: `There is no command ${name} here.`, flags, allowed_mentions: { parse: [] } }
  return just({ type: InteractionResponseType.ChannelMessageWithSource, data: said })
}

export const toy: Bot = {
  declarations,
  async respond(interaction) {
    switch (interaction.type) {
      case InteractionType.ApplicationCommandAutocomplete:
        return just({
          type: InteractionResponseType.ApplicationCommandAutocompleteResult,
          data: { choices: [{ name: 'One', value: 'one' }] },
        })
      case InteractionType.MessageComponent:
        return just({ type: InteractionResponseType.UpdateMessage, data: card('Page 2') })
      default:
        return command(interaction)
    }
  },
  async chat(incoming: IncomingMessage): Promise<OutgoingMessage | null> {
    if (incoming.content === '') return null
    if (incoming.content === 'wait') await sleep(100)
    const before = incoming.inReplyTo === null ? '' : ` (after ${incoming.inReplyTo.asked ?? 'something'})`
    return { body: card(`You said: ${incoming.content}${before}`), files: [] }
  },
}

/** A log that keeps what is written, for tests to read. */
export function keptLog(): Log & { readonly lines: string[] } {
  const lines: string[] = []
  const keep = (level: string) => (fields: object, text: string) =>
    lines.push(`${level} ${text} ${JSON.stringify(fields)}`)
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') }
}

export interface Running extends GatewayHandle {
  readonly log: ReturnType<typeof keptLog>
  readonly fatal: FatalError[]
}

/** The gateway with the toy bot, logged in to the stand-in. */
export async function run(discord: Discord, settings: Partial<GatewaySettings> = {}): Promise<Running> {
  const log = keptLog()
  const fatal: FatalError[] = []
  const { token, apiUrl } = discord
  const handle = await startGateway({
    token,
    apiUrl,
    bot: toy,
    log,
    onFatal: (error) => fatal.push(error),
    ...settings,
  })
  return { ...handle, log, fatal }
}

/** For processes that make the bot themselves. */
export function makeBot(): Bot {
  return toy
}
