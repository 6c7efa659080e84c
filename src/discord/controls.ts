/**
 * The buttons that stand under any reply: pages, the whole section, sharing, judging, removing. Each carries what was asked, so
 * that it works after a restart; what is too long for a button is read from a line of the message itself.
 */
import type { Answer, Excerpt } from '../answer/model.ts'
import { hasMore } from '../answer/section.ts'
import { isList } from '../reply/buttons.ts'
import { type Input, lineShown, packInput, shownLine, unpackInput } from '../reply/input.ts'
import type { Button, Reply } from '../reply/model.ts'
import { SECTION } from '../reply/section.ts'
import type { Sealer } from '../reply/state.ts'
import type { Words } from '../reply/words/model.ts'
import { gapWords } from '../store/gaps.ts'
import { flatten } from './read-interaction.ts'
import type { Declarations } from './register.ts'
import { parseSlashLine } from './slash-line.ts'

export const PAGE = 'p'
export const SHARE = 's'
export const REMOVE = 'x'
export const NOT_ASKED = 'n'

/** Before who asked, in the buttons of a reply that they may take away. */
const REMOVABLE = '-'

/** Commands that answer a question; what others show is looked up, and can't miss what was meant. */
const QUESTIONS: ReadonlySet<string> = new Set(['ask', 'program'])

/** What the buttons of a reply are made from. */
export interface Shown {
  readonly input: Input
  readonly version: string
  readonly page: number
  /** Who asked. */
  readonly asker: string
  /** Whether who asked may take the reply away: an answer in a chat. */
  readonly removable: boolean
  /** Whether a private reply could be shown to others here. */
  readonly shareable: boolean
}

/** What a button carried, read again. */
export interface Carried {
  readonly version: string
  /** Null where there was no room for it; Discord says it too, but for an answer in a chat. */
  readonly asker: string | null
  readonly removable: boolean
  readonly input: Input | null
}

/** The reply with the buttons that fit it. */
export function withControls(
  reply: Reply,
  answer: Answer,
  shown: Shown,
  tools: { readonly words: Words; readonly sealer: Sealer; readonly declarations: Declarations },
): Reply {
  const { words, sealer, declarations } = tools
  const { input, version, page, asker, removable } = shown
  const who = `${removable ? REMOVABLE : ''}${shortId(asker)}`
  const whole = [who, ...(removable ? [] : [''])].map((named) => [version, named, ...packInput(input)])
  const packed = whole.find((args) => sealer.seal(PAGE, ['999', ...args]) !== null)
  const line = packed === undefined ? readableLine(input, declarations) : null
  const args = packed ?? [version, who]
  const carries = packed !== undefined || line !== null
  const buttons: Button[] = [...reply.buttons]
  const act = (label: string, action: string, carried: readonly string[]) =>
    buttons.push({ kind: 'action', label, action, args: carried, style: 'secondary' })
  const [first] = answer.excerpts
  if (first !== undefined && isShown(first, reply) && !isList(answer) && hasMore(first, answer.excerpts))
    act(words.label.wholeSection, SECTION, ['', version, first.citation])
  if (carries && reply.private && shown.shareable && answer.outcome !== 'invalid') act(words.label.share, SHARE, args)
  const judged = judgedWords(input, answer)
  if (judged !== null && sealer.seal(NOT_ASKED, [judged]) !== null) act(words.label.notAsked, NOT_ASKED, [judged])
  if (removable) buttons.push(removeButton(asker, words))
  const heading = [line, reply.heading].filter((part) => part != null && part !== '').join('\n')
  return {
    ...reply,
    buttons,
    ...(heading === '' ? {} : { heading }),
    ...(carries && reply.pages === undefined ? { pages: { page, action: PAGE, args } } : {}),
  }
}

/** Whether the reply quotes the excerpt: under a quote stands its id. */
function isShown({ citation }: Excerpt, { blocks }: Reply): boolean {
  return blocks.some((block) => block.kind === 'text' && block.markdown.includes(`\`${citation}\``))
}

/** The words that would be kept if the reply is not what was asked; null where it answers no question. */
function judgedWords({ command, values }: Input, { outcome, excerpts }: Answer): string | null {
  if (!QUESTIONS.has(command) || (outcome !== 'answered' && outcome !== 'related') || excerpts.length === 0) return null
  return gapWords(Object.values(values).join(' ')) || null
}

/** A reply in a chat that has no other buttons; who asked can take it away. */
export function withRemove(reply: Reply, owner: string, words: Words): Reply {
  return { ...reply, buttons: [...reply.buttons, removeButton(owner, words)] }
}

function removeButton(owner: string, words: Words): Button {
  return { kind: 'action', label: words.label.remove, action: REMOVE, args: [shortId(owner)], style: 'secondary' }
}

/** Empty for what is no id of Discord's; nobody is found under it. */
const shortId = (id: string): string => (/^\d{1,20}$/.test(id) ? BigInt(id).toString(36) : '')

/** @param line what the message's own line says was typed */
export function readCarried(args: readonly string[], line: string | null, declarations: Declarations): Carried {
  const [version = '', who = '', ...packed] = args
  const input = packed.length > 0 ? unpackInput(packed) : line === null ? null : parseInput(line, declarations)
  const removable = who.startsWith(REMOVABLE)
  return { version, asker: ownerOf(removable ? who.slice(REMOVABLE.length) : who), removable, input }
}

/** Discord's id from the short form that a button carries; null for none. */
export function ownerOf(who: string): string | null {
  if (!/^[0-9a-z]{1,14}$/.test(who)) return null
  return String([...who].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n))
}

/** The line of a message that says what was typed; null where it has none. */
export function typedIn(components: unknown): string | null {
  if (!Array.isArray(components)) return null
  for (const component of components) {
    if (typeof component !== 'object' || component === null) continue
    const line = 'content' in component && typeof component.content === 'string' ? component.content.split('\n')[0] : ''
    const typed = lineShown(line ?? '') ?? ('components' in component ? typedIn(component.components) : null)
    if (typed !== null) return typed
  }
  return null
}

/** A line is shown only where reading it gives back the same input. */
function readableLine(input: Input, declarations: Declarations): string | null {
  const line = shownLine(input)
  const typed = line === null ? null : lineShown(line)
  const read = typed === null ? null : parseInput(typed, declarations)
  return read !== null && packInput(read).join('\n') === packInput(input).join('\n') ? line : null
}

function parseInput(line: string, declarations: Declarations): Input | null {
  const parsed = parseSlashLine(line, declarations)
  return parsed.ok ? { command: parsed.command, ...flatten(parsed.options) } : null
}
