/** An input as a person types it, a slash command or a question, goes through the bot's one door. */
import type { APIInteraction } from 'discord-api-types/v10'
import { type Answer, makeAnswer, type Reason } from '../answer/model.ts'
import type { FootnoteBot } from '../discord/bot.ts'
import { countingIds, localUser, makeInteraction, type Scene } from '../discord/make-interaction.ts'
import { parseSlashLine, type SentOption } from '../discord/slash-line.ts'
import { echo } from '../reply/escape.ts'
import { type MessageBody, toMessage } from '../reply/message.ts'
import { type Reply, textReply } from '../reply/model.ts'
import { Sealer } from '../reply/state.ts'
import { english } from '../reply/words/en.ts'

export interface Responded {
  readonly answer: Answer
  readonly reply: Reply
  readonly message: MessageBody
}

const ids = countingIds()

const scene: Scene = {
  ids,
  applicationId: '1',
  user: localUser('2', 'You'),
  channelId: '3',
  guildId: null,
  locale: 'en-GB',
}

function refused(reason: Reason, said: string): Responded {
  const reply = textReply('invalid', [said], true)
  return { answer: makeAnswer('invalid', reason), reply, message: toMessage(reply, english, new Sealer('local')) }
}

/** What the bot answers to one line. */
export async function respondTo(input: string, bot: FootnoteBot): Promise<Responded> {
  let name = 'ask'
  let options: SentOption[]
  if (/^\s*\//.test(input)) {
    const line = parseSlashLine(input.trim(), bot.declarations)
    if (!line.ok) return refused(line.reason, echo(line.message, 600))
    name = line.command
    options = line.options
  } else {
    options = [{ name: 'question', type: 3, value: input }]
  }
  return send(makeInteraction({ kind: 'command', name, options }, scene), bot)
}

async function send(interaction: APIInteraction, bot: FootnoteBot): Promise<Responded> {
  const { answer, reply, message, response } = await bot.handle(interaction)
  if (answer === null || reply === null || message === null)
    throw new Error(`a command was answered with a response of type ${response.body.type}`)
  return { answer, reply, message }
}
