/** What the bot answers to a message that speaks to it: a question, one that follows another, or things to cite. */
import { ask } from '../answer/ask.ts'
import { bracketed, spelledOut } from '../answer/follow-up.ts'
import type { Library } from '../answer/library.ts'
import { type Answer, makeAnswer } from '../answer/model.ts'
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
import type { FairUse, Verdict } from './fair-use.ts'
import { questionIn } from './question.ts'
import type { IncomingMessage, OutgoingMessage } from './surface.ts'

/** What is said to a message, and the answer that it was made from. */
export interface Said {
  readonly answer: Answer
  readonly reply: Reply
}

/** The same as it goes out. */
export interface Heard {
  readonly answer: Answer
  readonly message: OutgoingMessage
}

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
  answerTo(input: Input, message: IncomingMessage, settings: ServerSettings): Promise<Said | null>
  /** What is said when something went wrong inside. */
  fault(error: unknown, words: Words): Said
}

/** Never rejects; null where the message asks nothing, or is not to be answered here. */
export function createTalk(parts: TalkParts): (message: IncomingMessage) => Promise<Heard | null> {
  const { library, sealer, limits } = parts

  function outgoing({ answer, reply }: Said, words: Words): Heard {
    const open = { ...reply, private: false }
    const body = toMessage(open, words, sealer)
    return { answer, message: { body, files: filesShown(open, body) } }
  }

  async function replyTo(message: IncomingMessage, words: Words): Promise<Said | null> {
    const settings = await parts.settingsOf(message.guildId)
    if (!chatsIn(settings, message.channelId)) return null
    const question = questionIn(message, library())
    // A mention and nothing else asks what this is; a reply without words asks nothing.
    if (question === '' && message.inReplyTo !== null) return null
    const refusal = limits?.ask(message.authorId, message.channelId)
    // Nothing in a channel is private; said once, it is not said again until it is over.
    if (refusal?.allowed === false) return refusal.first ? tooMany(refusal, words) : null
    if (question === '') return greeting(message.authorId, words)
    const cited = bracketed(question)
    if (cited.length > 0) return citations(cited, message.authorId, words)
    return parts.answerTo({ command: 'ask', subcommand: null, values: { question } }, message, settings)
  }

  function tooMany({ who, seconds }: Extract<Verdict, { allowed: false }>, words: Words): Said {
    const reply = textReply('invalid', [words.label.tooMany(who, seconds)])
    return { answer: makeAnswer('invalid', 'not-understood'), reply }
  }

  function greeting(authorId: string, words: Words): Said {
    const examples = parts.examples().slice(0, MOST_EXAMPLES)
    const tried = [...examples, '/help'].map((line) => `\`${line.replaceAll('`', '')}\``).join(' · ')
    const covered = words.note({ kind: 'covered-countries', countries: library().covered })
    const reply = textReply('answered', [words.label.promise, covered, `-# ${words.label.tryInstead} ${tried}`])
    return { answer: makeAnswer('answered', null), reply: withRemove(reply, authorId, words) }
  }

  /** Several make one message; it has answered where one of them has. */
  async function citations(cited: readonly string[], authorId: string, words: Words): Promise<Said> {
    const corpus = library()
    const sought = await Promise.all(
      cited.map(async (typed) => ({
        words: typed,
        answer: present(await ask(spelledOut(typed, corpus), corpus), corpus),
      })),
    )
    for (const { answer } of sought) checkGrounded(answer)
    const answers = sought.map(({ answer }) => answer)
    const answer = answers.find(({ outcome }) => outcome === 'answered') ?? answers[0]
    const reply = withRemove(layoutCitations(sought, words), authorId, words)
    return { answer: answer ?? makeAnswer('none', 'not-understood'), reply }
  }

  return async (message) => {
    const words = parts.wordsOf(message.authorId)
    try {
      const said = await replyTo(message, words)
      return said === null ? null : outgoing(said, words)
    } catch (error) {
      return outgoing(parts.fault(error, words), words)
    }
  }
}
