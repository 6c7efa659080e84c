/** What was passed over when a quote was found verbatim: told to the reader, and no difference. */
import { INVISIBLE, type Token } from './tokens.ts'

export type Told =
  | 'quotation marks'
  | 'dashes'
  | 'white space'
  | 'letter case'
  | 'ellipsis'
  | 'invisible characters'
  | 'character encoding'
  | 'markup'
  | 'marks around it'

interface Side {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly from: number
}

/** Compares `count` tokens that have equal keys, as they were written. */
export function toldDifferences(quote: Side, source: Side, count: number): Told[] {
  const told = new Set<Told>()
  for (let at = 0; at < count; at++) {
    const [a, b] = [quote.tokens[quote.from + at], source.tokens[source.from + at]]
    if (a === undefined || b === undefined) break
    compareToken(quote.text.slice(a.from, a.to), source.text.slice(b.from, b.to), told)
    const [nextA, nextB] = [quote.tokens[quote.from + at + 1], source.tokens[source.from + at + 1]]
    if (at + 1 >= count || nextA === undefined || nextB === undefined) continue
    compareGap(quote.text.slice(a.to, nextA.from), source.text.slice(b.to, nextB.from), told)
  }
  return [...told]
}

const visible = (text: string): string => text.replace(INVISIBLE, '')

function compareGap(a: string, b: string, told: Set<Told>): void {
  if (a === b) return
  if (visible(a) !== a || visible(b) !== b) told.add('invisible characters')
  if (visible(a) !== visible(b)) told.add('white space')
}

function compareToken(a: string, b: string, told: Set<Told>): void {
  if (a === b) return
  if (visible(a) !== a || visible(b) !== b) told.add('invisible characters')
  const [bareA, bareB] = [visible(a), visible(b)]
  if (bareA === bareB) return
  if (/^[\p{Pd}−]/u.test(bareA)) told.add('dashes')
  else if (/^[.…]/.test(bareA)) told.add('ellipsis')
  else if (!/[\p{L}\p{N}]/u.test(bareA)) told.add('quotation marks')
  else {
    const [formA, formB] = [bareA.normalize('NFC'), bareB.normalize('NFC')]
    if (formA !== bareA || formB !== bareB) told.add('character encoding')
    const [marksA, marksB] = [straight(formA), straight(formB)]
    if (marksA !== formA || marksB !== formB) if (formA !== formB) told.add('quotation marks')
    if (marksA !== marksB) told.add('letter case')
  }
}

const straight = (text: string): string => text.replace(/[’ʼ‘]/g, "'")
