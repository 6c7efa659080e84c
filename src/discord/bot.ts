/**
 * The one function behind every surface: an interaction as Discord's API types it goes in, the response comes out. It
 * sends nothing, keeps nothing and never throws; what goes wrong inside becomes a reply with an id that the log has too.
 */
import { randomBytes } from 'node:crypto'
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Asking, Command, Result } from '#commands/command.ts'
import { ask } from '../answer/ask.ts'
import type { Library } from '../answer/library.ts'
import { type Answer, makeAnswer } from '../answer/model.ts'
import { checkGrounded } from '../reply/grounded.ts'
import { layout } from '../reply/lay-out.ts'
import { CHOICE_TEXT, CHOICES } from '../reply/limits.ts'
import { toMessage } from '../reply/message.ts'
import { type Reply, textReply } from '../reply/model.ts'
import { english } from '../reply/words/en.ts'
import { errorFields, type Log } from './log.ts'
import { readInteraction } from './read-interaction.ts'
import type { Bot, IncomingMessage, InteractionResponse, OutgoingFile, OutgoingMessage } from './surface.ts'

export interface BotParts {
  /** The library as it is now; a corpus may be swapped while the bot runs. */
  readonly library: () => Library
  readonly commands: readonly Command[]
  readonly log: Log
}

/** An interaction's answer before and after it is made into a response. */
export interface Handled {
  /** Null for autocomplete and pings. */
  readonly answer: Answer | null
  readonly reply: Reply | null
  readonly response: InteractionResponse
}

export interface FootnoteBot extends Bot {
  readonly declarations: readonly RESTPostAPIApplicationCommandsJSONBody[]
  /** As `respond`, with the answer that the response was made from. */
  handle(interaction: APIInteraction): Promise<Handled>
}

const bare = (body: APIInteractionResponse): Handled => ({ answer: null, reply: null, response: { body, files: [] } })

export function createBot({ library, commands, log }: BotParts): FootnoteBot {
  const byName = new Map(commands.map((command) => [command.declaration.name, command]))

  function askingOf(interaction: APIInteraction): Asking {
    const user = interaction.member?.user ?? interaction.user
    return {
      library: library(),
      words: english,
      commands,
      person: {
        id: user?.id ?? '0',
        guildId: interaction.guild_id ?? null,
        channelId: interaction.channel?.id ?? null,
      },
    }
  }

  async function decide(interaction: APIInteraction): Promise<Handled> {
    const request = readInteraction(interaction)
    if (request.kind === 'ping') return bare({ type: InteractionResponseType.Pong })
    const asking = askingOf(interaction)
    const { words } = asking
    switch (request.kind) {
      case 'autocomplete': {
        const { focused, values } = request
        const found = byName.get(request.name)?.complete?.(focused.name, focused.typed, values, asking) ?? []
        const names = [...new Set(found)].filter((name) => name !== '' && name.length <= CHOICE_TEXT).slice(0, CHOICES)
        const choices = names.map((name) => ({ name, value: name }))
        return bare({ type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } })
      }
      case 'command': {
        const command = byName.get(request.name)
        if (command === undefined) return unknownCommand(words.label.unknownCommand, request.name)
        const result = await command.run({ subcommand: request.subcommand, values: request.values }, asking)
        const reply = request.values['private'] === 'true' ? { ...result.reply, private: true } : result.reply
        return posted({ answer: result.answer, reply })
      }
      default:
        return posted({
          answer: makeAnswer('invalid', 'bad-value'),
          reply: textReply('invalid', [words.label.staleButton], true),
        })
    }
  }

  function unknownCommand(said: string, name: string): Handled {
    const answer = makeAnswer('invalid', 'unknown-command', {
      notes: [{ kind: 'unknown-command', command: name, nearest: [] }],
    })
    return posted({ answer, reply: textReply('invalid', [said], true) })
  }

  /** The last look before anything leaves: every excerpt is its file's own text, or the reply is withheld. */
  function posted({ answer, reply }: Result): Handled {
    checkGrounded(answer)
    return {
      answer,
      reply,
      response: {
        body: { type: InteractionResponseType.ChannelMessageWithSource, data: toMessage(reply, english) },
        files: filesOf(reply),
      },
    }
  }

  function fault(error: unknown): Handled {
    const id = randomBytes(4).toString('hex')
    log.error({ fault: id, ...errorFields(error), stack: error instanceof Error ? error.stack : undefined }, 'a fault')
    return posted({
      answer: makeAnswer('none', 'not-supported'),
      reply: textReply('invalid', [english.label.fault(id)], true),
    })
  }

  const handle = (interaction: APIInteraction): Promise<Handled> => decide(interaction).catch(fault)

  async function chat(message: IncomingMessage): Promise<OutgoingMessage | null> {
    const text = message.content.replaceAll(/<@!?\d+>/g, ' ').trim()
    if (text === '') return null
    try {
      const answer = await ask(text, library())
      const reply = await layout(answer, english)
      return { body: toMessage({ ...reply, private: false }, english), files: filesOf(reply) }
    } catch (error) {
      const { reply } = fault(error)
      return reply === null ? null : { body: toMessage({ ...reply, private: false }, english), files: [] }
    }
  }

  return {
    declarations: commands.map((command) => command.declaration),
    handle,
    respond: async (interaction) => (await handle(interaction)).response,
    chat,
  }
}

function filesOf(reply: Reply): readonly OutgoingFile[] {
  return reply.files.map(({ name, contentType, data }) => ({ name, contentType, data }))
}
