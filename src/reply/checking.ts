/** Checked quotations, amounts and counts laid out: the verdict in words, what differs, and what the source says. */

import type { Outcome } from '../answer/model.ts'
import type { CheckedClaim, CheckedQuote, Verified } from '../answer/verify.ts'
import { textLink } from '../cite/link.ts'
import { echo } from './escape.ts'
import type { Block, Reply } from './model.ts'
import { citedQuote, sourceLine } from './quote.ts'
import { titled } from './titled.ts'
import type { Words } from './words/model.ts'

/** Differences told one by one; a quotation that has more is better read beside the source. */
const MOST_DIFFERENCES = 12
/** Characters of a quotation that are said back. */
const LONGEST_ECHO = 300
const SHORT_ECHO = 120

const text = (markdown: string): Block => ({ kind: 'text', markdown })

/** @param several the quotations were found in a message: each is named, and its passage not shown in full */
export function layoutChecks(verified: Verified, several: boolean, words: Words): Reply {
  const { quotes, claims } = verified
  const said = words.checking
  const blocks: Block[] = []
  if (several)
    blocks.push(text(quotes.length + claims.length === 0 ? said.nothing : said.found(quotes.length, claims.length)))
  for (const quote of quotes) blocks.push(...quoteBlocks(quote, several, words))
  if (claims.length > 0) {
    if (blocks.length > 0) blocks.push({ kind: 'rule' })
    blocks.push(text(`**${said.claims}**`), ...claims.map((claim) => text(claimText(claim, words))))
  }
  return { outcome: colourOf(verified), private: true, blocks, buttons: [], selects: [], files: [] }
}

/** The command did its job whatever came of it; the reply's colour is the worst verdict's. */
function colourOf({ quotes, claims }: Verified): Outcome {
  const verdicts = [...quotes.map(({ check }) => check.verdict), ...claims.map(({ claim }) => claim.verdict)]
  if (verdicts.some((verdict) => verdict === 'altered' || verdict === 'stitched' || verdict === 'different'))
    return 'related'
  return verdicts.every((verdict) => verdict === 'verbatim' || verdict === 'stated') ? 'answered' : 'none'
}

function quoteBlocks(quote: CheckedQuote, several: boolean, words: Words): readonly Block[] {
  const { check, excerpt } = quote
  const said = words.checking
  const head = check.verdict === 'verbatim' ? said.verbatim(check.places) : said[check.verdict]
  const lines = [saidBack(check.quote, several ? SHORT_ECHO : LONGEST_ECHO), head]
  if (check.verdict === 'stitched') lines.push(...partLines(quote, words))
  else lines.push(...differenceLines(quote, words))
  const told = check.told.length === 0 ? [] : [`-# ${said.told(check.told)}`]
  if (excerpt === null || check.verdict === 'stitched') return [text([...lines, ...told].join('\n'))]
  if (several) return [text([...lines, sourceLine(excerpt, words), ...told].join('\n'))]
  if (check.verdict === 'verbatim') return [text([...lines, citedQuote(excerpt, words), ...told].join('\n'))]
  return [text(lines.join('\n')), text([`-# ${said.nearest}`, citedQuote(excerpt, words)].join('\n'))]
}

/** In quotation marks, unless it came with some. */
function saidBack(quote: string, longest: number): string {
  const said = echo(quote, longest)
  return /^\p{P}*["“„«»‘'”]/u.test(said) ? said : `“${said}”`
}

function differenceLines({ check }: CheckedQuote, words: Words): readonly string[] {
  const shown = check.differences.slice(0, MOST_DIFFERENCES)
  const more = check.differences.length - shown.length
  return [
    ...shown.map((difference) => `- ${words.checking.difference(difference)}`),
    ...(more > 0 ? [`- ${words.checking.more(more)}`] : []),
  ]
}

function partLines({ check, parts: from }: CheckedQuote, words: Words): readonly string[] {
  const parts = from.slice(0, MOST_DIFFERENCES).map(({ quote, excerpt }) => {
    const link = textLink(excerpt.sheet, excerpt)
    return `- ${words.checking.part(quote)} ${titled(excerpt.sheet.meta.title, link)} · \`${excerpt.citation}\``
  })
  const left = check.differences.slice(0, MOST_DIFFERENCES).map(({ quote }) => `- ${words.checking.leftOver(quote)}`)
  return [...parts, ...left]
}

function claimText({ claim, excerpt }: CheckedClaim, words: Words): string {
  const head = words.checking.claim(claim.text, claim.verdict)
  return excerpt === null ? head : [head, citedQuote(excerpt, words)].join('\n')
}
