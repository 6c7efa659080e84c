/** What the bot answers to a message that speaks to it: a question, one that follows another, or things to cite. */
import { ask } from '../answer/ask.ts'
import { bracketed, spelledOut } from '../answer/follow-up.ts'
import type { Library } from '../answer/library.ts'
import { present } from '../answer/present.ts'
import { layoutCitations } from '../reply/cite-line.ts'
import { checkGrounded } from '../reply/grounded.ts'
import type { Input } from '../reply/input.ts'
import { filesShown, toMessage } from '../reply/message.ts'
import { type Reply, textReply } from '../reply/model.ts'
import type { Sealer } from '../reply/state.ts'
import type { Words } from '../reply/words/model.ts'
import { chatsIn, type ServerSettings } from '../store/server-settings.ts'
import { withRemove } from './controls.ts'
import type { FairUse } from './fair-use.ts'
import { questionIn } from './question.ts'
import type { IncomingMessage, OutgoingMessage } from './surface.ts'

/** Lines shown to who says nothing but the bot's name. */
const MOST_EXAMPLES = 3

export interface TalkParts {
  readonly library: () => Library
  readonly sealer: Sealer
  /** For whom a message is from; Discord says in which language somebody reads only where they use the bot otherwise. */
  wordsOf(authorId: string): Words
  readonly limits: FairUse | undefined
  /** Lines that work on this corpus, best first. */
  examples(): readonly string[]
  settingsOf(guildId: string | null): Promise<ServerSettings>
  /** The reply to a question, with the buttons that only its author may use. */
  answerTo(input: Input, message: IncomingMessage, settings: ServerSettings): Promise<Reply | null>
  /** What is said when something went wrong inside. */
  fault(error: unknown, words: Words): Reply
}

/** Never rejects; null where the message asks nothing, or is not to be answered here. */
export function createTalk(parts: TalkParts): (message: IncomingMessage) => Promise<OutgoingMessage | null> {
  const { library, sealer, limits } = parts

  function outgoing(reply: Reply, words: Words): OutgoingMessage {
    const open = { ...reply, private: false }
    const body = toMessage(open, words, sealer)
    return { body, files: filesShown(open, body) }
  }

  async function replyTo(message: IncomingMessage, words: Words): Promise<Reply | null> {
    const settings = await parts.settingsOf(message.guildId)
    if (!chatsIn(settings, message.channelId)) return null
    const question = questionIn(message, library())
    // A mention and nothing else asks what this is; a reply without words asks nothing.
    if (question === '' && message.inReplyTo !== null) return null
    const refusal = limits?.ask(message.authorId, message.channelId)
    // Nothing in a channel is private; said once, it is not said again until it is over.
    if (refusal?.allowed === false)
      return refusal.first ? textReply('invalid', [words.label.tooMany(refusal.who, refusal.seconds)]) : null
    if (question === '') return withRemove(greeting(words), message.authorId, words)
    const cited = bracketed(question)
    if (cited.length > 0) return withRemove(await citations(cited, words), message.authorId, words)
    return parts.answerTo({ command: 'ask', subcommand: null, values: { question } }, message, settings)
  }

  function greeting(words: Words): Reply {
    const examples = parts.examples().slice(0, MOST_EXAMPLES)
    const tried = [...examples, '/help'].map((line) => `\`${line.replaceAll('`', '')}\``).join(' · ')
    const covered = words.note({ kind: 'covered-countries', countries: library().covered })
    return textReply('answered', [words.label.promise, covered, `-# ${words.label.tryInstead} ${tried}`])
  }

  async function citations(cited: readonly string[], words: Words): Promise<Reply> {
    const corpus = library()
    const sought = await Promise.all(
      cited.map(async (typed) => ({
        words: typed,
        answer: present(await ask(spelledOut(typed, corpus), corpus), corpus),
      })),
    )
    for (const { answer } of sought) checkGrounded(answer)
    return layoutCitations(sought, words)
  }

  return async (message) => {
    const words = parts.wordsOf(message.authorId)
    try {
      const reply = await replyTo(message, words)
      return reply === null ? null : outgoing(reply, words)
    } catch (error) {
      return outgoing(parts.fault(error, words), words)
    }
  }
}
