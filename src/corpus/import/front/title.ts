/**
 * The title of a fact sheet: as the page prints it, else put together from words that it does print. Never from
 * anything that is not in the text.
 */
import { isCaption, isContactLine, isHeadLine, runInHeading } from '../shapes.ts'
import type { Part } from '../structure.ts'

const MOST_LABELS = 4
const LONGEST = 120
/** Says who, not what. */
const OFFICE =
  /\b(?:office|mission|embassy|bureau|cent(?:re|er)|organi[sz]ation|department|secretariat|delegation|presence)\b/i

/** A title of one line, empty only where no line has a visible character. `names` are the countries that the sheet is about. */
export function titleOf(parts: readonly Part[], names: readonly string[]): string {
  const first = parts.findIndex((part) => part.kind === 'heading' && part.level === 1)
  const title = parts[first]
  if (title?.kind === 'heading') {
    // An office's name over the page's own title: `OSCE Office in …`, then `Politico-military`.
    const next = parts[first + 1]
    const spelled = spelledOut(title.line.text, parts)
    if (spelled !== null) return clean(spelled)
    return clean(
      next?.kind === 'heading' && OFFICE.test(title.line.text)
        ? `${title.line.text}: ${next.line.text}`
        : title.line.text,
    )
  }
  const country = names.length > 0 && names.length <= 3 ? names.join(', ') : null
  const withCountry = (rest: string) =>
    clean(country === null || rest.toLowerCase().includes(country.toLowerCase()) ? rest : `${country}: ${rest}`)
  const heading = headingOf(parts)
  if (heading !== null) return withCountry(heading.replace(/:$/, ''))
  const labels = parts.flatMap((part) => (part.kind === 'paragraph' ? (labelOf(part.lines[0]?.text ?? '') ?? []) : []))
  if (labels.length > 0) return withCountry([...new Set(labels)].slice(0, MOST_LABELS).join(', '))
  const lines = parts.flatMap((part) => (part.kind === 'heading' ? [] : part.lines.map((line) => line.text)))
  return withCountry(lines.find((line) => !isHeadLine(line) && !isCaption(line)) ?? lines[0] ?? '')
}

/** The first heading that names a part of the text: what a page without a title is called by; null where there is none. */
export function headingOf(parts: readonly Part[]): string | null {
  const heading = parts.find((part) => part.kind === 'heading' && !isContactLine(part.line.text))
  return heading?.kind === 'heading' ? heading.line.text : null
}

const labelOf = (text: string): string | null => (isContactLine(text) ? null : runInHeading(text))

/** A banner in capitals is often followed by the same title as people write it. */
function spelledOut(title: string, parts: readonly Part[]): string | null {
  if (/\p{Ll}/u.test(title)) return null
  const headings = parts.flatMap((part) => (part.kind === 'heading' ? [part.line.text] : []))
  return headings.find((text) => text !== title && text.toUpperCase() === title) ?? null
}

/** One line without control characters, at most so long that it can be cited. */
function clean(title: string): string {
  const line = title
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
  if (line.length <= LONGEST) return line
  const cut = line
    .slice(0, LONGEST)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))}…`
}
