/** What the buttons do that stand under any reply: turn pages, share, ask again, judge, remove. */
import type { Result } from '#commands/command.ts'
import { makeAnswer } from '../answer/model.ts'
import { AGAIN, againArgs, type Input } from '../reply/input.ts'
import { textReply } from '../reply/model.ts'
import type { ButtonState } from '../reply/state.ts'
import { NOT_ASKED, ownerOf, PAGE, REMOVE, readCarried, SHARE } from './controls.ts'
import type { Declarations } from './register.ts'
import type { Room } from './room.ts'
import type { Asked } from './run-command.ts'

/** How a result goes out: in the place of the message with the button, or as one of its own. */
export interface Posting {
  readonly update?: boolean
  readonly removes?: boolean
}

export type Pressed =
  /** A reply of our own words. */
  | { readonly kind: 'said'; readonly result: Result; readonly posting: Posting }
  /** The reply to what the button carried, to be given its buttons again; they are for `asker`. */
  | {
      readonly kind: 'asked'
      readonly asked: Asked
      readonly page: number
      readonly asker: string
      readonly removable: boolean
      readonly posting: Posting
    }

export interface PressParts {
  readonly declarations: Declarations
  /** The corpus as it is now. */
  readonly version: string
  /** Null where there is no such command any more. */
  run(input: Input): Promise<Asked | null>
  /** Keeps the words of a question whose reply was not what was asked; whether they were kept. */
  judge(words: string): Promise<boolean>
}

/** Null for a button that is none of these. */
export async function press({ action, args }: ButtonState, room: Room, parts: PressParts): Promise<Pressed | null> {
  const { words, person } = room
  if (action === REMOVE) return ownerOf(args[0] ?? '') === person.id ? removed(room) : refused(words.label.onlyAsker)
  if (action === NOT_ASKED) return thanked(await parts.judge(args[0] ?? ''), room)
  if (action !== PAGE && action !== SHARE && action !== AGAIN) return null
  const carried = readCarried(action === PAGE ? args.slice(1) : args, room.line, parts.declarations)
  const { version, removable, input } = carried
  if (input === null) return refused(words.label.staleButton)
  const asker = carried.asker ?? room.askedBy
  if (action === PAGE && asker !== null && asker !== person.id) return refused(words.label.onlyAsker)
  if (action !== AGAIN && version !== parts.version) return outdated(input, room)
  const asked = await parts.run(input)
  if (asked === null) return refused(words.label.staleButton)
  const first = { kind: 'asked', page: 0, asker: person.id, removable: false, posting: {} } as const
  if (action === AGAIN) return { ...first, asked: seenBy(asked, 'one') }
  if (action === SHARE) return { ...first, asked: sharedBy(asked, room) }
  const page = Number(args[0])
  const seen = seenBy(asked, room.isPrivate ? 'one' : 'all')
  return { kind: 'asked', asked: seen, page, asker: asker ?? person.id, removable, posting: { update: true } }
}

/** The same result, for one person or for all. */
export function seenBy<Some extends Result>(result: Some, readers: 'one' | 'all'): Some {
  return { ...result, reply: { ...result.reply, private: readers === 'one' } }
}

function refused(text: string): Pressed {
  const result = { answer: makeAnswer('invalid', 'bad-value'), reply: textReply('invalid', [text], true) }
  return { kind: 'said', result, posting: {} }
}

function thanked(kept: boolean, { words }: Room): Pressed {
  const reply = textReply('answered', [words.label.judged(kept)], true)
  return { kind: 'said', result: { answer: makeAnswer('answered', null), reply }, posting: {} }
}

function removed({ words }: Room): Pressed {
  const result = { answer: makeAnswer('answered', null), reply: textReply('none', [`-# ${words.label.removed}`]) }
  return { kind: 'said', result, posting: { update: true, removes: true } }
}

function outdated(input: Input, { words }: Room): Pressed {
  const args = againArgs(input)
  const again = { kind: 'action', label: words.label.askAgain, action: AGAIN, args, style: 'primary' } as const
  const reply = { ...textReply('invalid', [words.label.outdated], true), buttons: [again] }
  return { kind: 'said', result: { answer: makeAnswer('invalid', 'bad-value'), reply }, posting: {} }
}

function sharedBy(asked: Asked, { person, words }: Room): Asked {
  const said = `-# ${words.label.sharedBy(`<@${person.id}>`)}`
  const heading = [said, asked.reply.heading ?? ''].filter((line) => line !== '').join('\n')
  return { ...asked, reply: { ...asked.reply, private: false, heading } }
}
