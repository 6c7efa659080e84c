/**
 * What was asked, in a form that a button can carry: the command and its values, so that the reply can be made again
 * from nothing. What is too long for a button stands in the reply itself, on a line of its own.
 */
import { escapeMarkdown } from './escape.ts'

export interface Input {
  readonly command: string
  readonly subcommand: string | null
  readonly values: Readonly<Record<string, string>>
}

/** A longer line would take the room of the answer; then the reply has no pages to turn. */
const LONGEST_LINE = 600
const LINE_MARK = '-# › '

/** One line without control characters: what was typed, as far as it can matter. The option `private` is no part of it. */
export function plainInput({ command, subcommand, values }: Input): Input {
  const kept = Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const plain = value.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim()
    return name === 'private' || plain === '' ? [] : [[name, plain]]
  })
  return { command, subcommand, values: Object.fromEntries(kept) }
}

/** For a button: the command, then names and values in turn. */
export function packInput({ command, subcommand, values }: Input): readonly string[] {
  return [subcommand === null ? command : `${command} ${subcommand}`, ...Object.entries(values).flat()]
}

/** The action of a button that asks anew: whoever presses it gets a private reply, from the corpus as it is then. */
export const AGAIN = 'a'

/** What a button of {@link AGAIN} carries: no corpus version and nobody's name, then the input. */
export function againArgs(input: Input): readonly string[] {
  return ['', '', ...packInput(input)]
}

/** Null for what {@link packInput} never made. */
export function unpackInput(packed: readonly string[]): Input | null {
  const [path = '', ...rest] = packed
  const [command = '', ...below] = path.split(' ')
  if (command === '' || rest.length % 2 === 1) return null
  const values: Record<string, string> = {}
  for (let at = 0; at < rest.length; at += 2) values[rest[at] ?? ''] = rest[at + 1] ?? ''
  return { command, subcommand: below.length === 0 ? null : below.join(' '), values }
}

/** As a person would type it: `/program country:Tajikistan topic:border`. */
export function typedLine({ command, subcommand, values }: Input): string {
  const options = Object.entries(values).map(([name, value]) => ` ${name}:${value}`)
  return `/${command}${subcommand === null ? '' : ` ${subcommand}`}${options.join('')}`
}

/** The line of a reply that says what was asked; null where it is too long. */
export function shownLine(input: Input): string | null {
  const line = `${LINE_MARK}${escapeMarkdown(typedLine(input))}`
  return line.length > LONGEST_LINE ? null : line
}

/** What was typed, from the line of a reply; null for another line. */
export function lineShown(markdown: string): string | null {
  return markdown.startsWith(LINE_MARK)
    ? markdown.slice(LINE_MARK.length).replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    : null
}
