/**
 * One source text becomes one fact sheet: the stages in their order. Pure: reading and writing files is `add.ts`.
 */
import { stringify } from 'yaml'
import { FRONT_MATTER_KEYS, readFrontMatter } from '../front-matter.ts'
import { MAX_SHEET_BYTES } from '../load.ts'
import type { CountryCode } from '../model.ts'
import type { Facts } from './facts.ts'
import { frontOf } from './front/front-of.ts'
import { type Around, type Countries, type Front, type Proposal, propose } from './front/propose.ts'
import { type Furniture, parted } from './furniture/find.ts'
import { pageLines, TooDeep } from './html/lines.ts'
import { type SourceLine, sourceLines } from './lines.ts'
import { markdownOf } from './markdown.ts'
import { type Part, structureOf } from './structure.ts'
import { firstLost } from './verify.ts'

export interface Body {
  readonly ok: true
  readonly markdown: string
  readonly furniture: readonly Furniture[]
  readonly parts: readonly Part[]
  readonly around: Around
  /** The front matter that the source brings itself, where it is a fact sheet already. */
  readonly front: Front | null
  /** The address that the page gives as its own. */
  readonly address: string | null
  readonly warnings: readonly string[]
}

/** What the text of a body says of itself; `given` are countries known from elsewhere. */
export function proposalOf(
  body: Body,
  countries: Countries,
  today: string,
  given: readonly CountryCode[] | null,
): Proposal {
  if (body.front !== null) return { front: body.front, titlePrinted: true, heading: null, address: null }
  return { ...propose(body.parts, body.around, countries, today, given), address: body.address }
}

export interface Refusal {
  readonly ok: false
  readonly message: string
  readonly cure: string
}

/**
 * The body of `text` as Markdown, its furniture, and what it says of itself. A text that somebody has given the front
 * matter of a fact sheet keeps it; its body is text all the same.
 * @param name the source's file name
 */
export function convert(text: string, countries: Countries, name = 'text'): Body | Refusal {
  const plain = text.replace(/\r\n?/g, '\n')
  const front = plain.startsWith('---\n') ? readFrontMatter(name, plain) : null
  if (front?.ok !== true) return convertLines(sourceLines(text), countries)
  const above = plain.slice(0, front.bodyStart).split('\n').length - 1
  const body = convertLines(sourceLines(plain).slice(above), countries)
  return body.ok ? { ...body, front: frontOf(front.meta) } : body
}

/**
 * The same for a web page. Furniture is listed with the lines of the HTML.
 * @param setAside furniture that is known already
 */
export function convertHtml(html: string, countries: Countries, setAside: readonly Furniture[] = []): Body | Refusal {
  try {
    const page = pageLines(html)
    const body = convertLines(page.lines, countries, [...setAside, ...page.furniture], page.htmlLine)
    return body.ok ? { ...body, address: page.address } : body
  } catch (error) {
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error
    return { ok: false, message: 'nested deeper than any page of text.', cure: 'Save the page as plain text (.txt).' }
  }
}

/**
 * The same for lines that a format's reader found.
 * @param setAside furniture that the format itself tells, listed with the rest
 * @param lineOf the source's own number of a line (from 1) of `lines`
 */
export function convertLines(
  lines: readonly SourceLine[],
  countries: Countries,
  setAside: readonly Furniture[] = [],
  lineOf: (number: number) => number = (number) => number,
): Body | Refusal {
  const { body, furniture, masthead, trails } = parted(lines, (line) => isCountryName(line, countries))
  if (body.every((line) => line.text === ''))
    return {
      ok: false,
      message: 'nothing but page furniture, expected the text of a fact sheet.',
      cure: 'Save the page again with its text, or take the file out.',
    }
  const parts = structureOf(body, (heading) => countries.find(heading).some(({ code }) => code !== 'US'), masthead)
  const markdown = markdownOf(parts)
  const lost = firstLost(body, parts, markdown)
  if (lost !== null)
    return {
      ok: false,
      message: `line ${lost} would not read the same in Markdown; nothing was written.`,
      cure: 'Look at that line for control characters, and report it with the file.',
    }
  if (Buffer.byteLength(markdown) > MAX_SHEET_BYTES - 10_000)
    return {
      ok: false,
      message: 'too long as Markdown, expected at most 2 MB.',
      cure: 'Split it into one file a fact sheet.',
    }
  const around = {
    removed: [...setAside, ...furniture].map((line) => line.text),
    trails,
    masthead: masthead?.text ?? null,
  }
  const found = furniture.map((line) => ({ ...line, line: lineOf(line.line) }))
  const listed = [...setAside, ...found].sort((a, b) => a.line - b.line)
  return { ok: true, markdown, furniture: listed, parts, around, front: null, address: null, warnings: [] }
}

function isCountryName(text: string, countries: Countries): boolean {
  const [place, other] = countries.find(text)
  return place !== undefined && other === undefined && place.end - place.start === text.length
}

/** The whole file: front matter in its fixed order, then the body. */
export function sheetText(front: Front, markdown: string): string {
  const lines = FRONT_MATTER_KEYS.flatMap((key) => {
    const value = front[key]
    if (value === undefined) return []
    if (key === 'countries') return [`${key}: [${front.countries.map((code) => `${code}`).join(', ')}]`]
    if (key === 'date' || key === 'not_before' || key === 'retrieved') return [`${key}: ${String(value)}`]
    return [`${key}: ${stringify(value, { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd()}`]
  })
  return `---\n${lines.join('\n')}\n---\n\n${markdown}`
}

/** Facts win over the sheet's earlier front matter, and that over what the text says; one date, or none. */
export function settle(proposal: Front, earlier: Front | null, facts: Facts, today: string): Front {
  const dated = [facts, earlier, proposal].find(
    (source) => source?.date !== undefined || source?.not_before !== undefined,
  )
  return {
    title: facts.title ?? earlier?.title ?? proposal.title,
    publisher: facts.publisher ?? earlier?.publisher ?? proposal.publisher,
    url: facts.url ?? earlier?.url ?? proposal.url,
    date: dated?.date,
    not_before: dated?.not_before,
    countries: facts.countries ?? earlier?.countries ?? proposal.countries,
    retrieved: facts.retrieved ?? earlier?.retrieved ?? proposal.retrieved ?? today,
    replaces: facts.replaces ?? earlier?.replaces ?? proposal.replaces,
  }
}
