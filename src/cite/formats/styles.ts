/**
 * The styles for notes and reference lists, each for the one case there is here: a page of a government's (or another
 * public body's) site, with that body as its author, often undated.
 */
import { americanDate, dayFirst, yearFirst } from './dates.ts'
import type { Source } from './source.ts'
import { italic, quoted, type Styled, stopped } from './styled.ts'

const present = (parts: readonly (string | null | false)[]): string[] =>
  parts.filter((part) => typeof part === 'string')

/** For a message or a footnote without a style: who, what, where in it, when, and the id by which the bot finds it again. */
export function plainNote({ record, title, section, body, date, retrieved, url, dateNote }: Source): Styled {
  const first = present([
    body,
    section === null ? `“${title}”` : `“${title}”, section “${section}”`,
    date === null ? 'n.d.' : americanDate(date),
  ]).join(', ')
  const seen = retrieved === null ? null : `retrieved ${americanDate(retrieved)}`
  const where = url === null ? [seen] : [url, seen === null ? null : `(${seen})`]
  return present([
    `${first.replace(/\.$/, '')}.`,
    present(where).join(' ').replace(/\)$/, ').') || null,
    dateNote,
    `[${record.id}]`,
  ]).join(' ')
}

/**
 * Chicago Manual of Style (17th ed. 14.207, 18th ed. 14.104): title, owner, date, address; a page without a date gets the
 * day of access. A heading stands for the page number it lacks.
 */
export function chicagoNote({ title, section, body, date, retrieved, url }: Source): Styled {
  const elements = present([
    quoted(title, ','),
    body === null ? null : `${body},`,
    section === null ? null : `under ${quoted(section, ',')}`,
    date === null ? 'n.d.,' : `${americanDate(date)},`,
    date === null && retrieved !== null && `accessed ${americanDate(retrieved)},`,
    url === null ? null : `${url},`,
  ])
  return stopped(elements.join(' ').slice(0, -1))
}

/** The same for the list: the owner stands first, as author; full stops part the elements. */
export function chicagoBibliography({ title, body, date, retrieved, url }: Source): Styled {
  return present([
    body === null ? null : stopped(body),
    quoted(title, '.'),
    date === null ? 'n.d.' : `${americanDate(date)}.`,
    date === null && retrieved !== null && `Accessed ${americanDate(retrieved)}.`,
    url === null ? null : `${url}.`,
  ]).join(' ')
}

/**
 * APA, 7th ed., 10.16 and 9.11: the most specific agency is the author, what it belongs to is the site's name (left out
 * where it is the author); an undated page is (n.d.) and says when it was retrieved.
 */
export function apa({ title, unit, parent, date, retrieved, url }: Source): Styled {
  const when = `(${date === null ? 'n.d.' : yearFirst(date)}).`
  const from = date === null && retrieved !== null && url !== null
  const address = from ? `Retrieved ${americanDate(retrieved)}, from ${url}` : url
  const name = stopped(italic(title))
  const opening = unit === null ? [name, when] : [stopped(unit), when, name]
  return present([...opening, parent === null ? null : stopped(parent), address]).join(' ')
}

/**
 * MLA, 9th ed.: where the body is author and publisher alike the entry begins with the title; then the site, who
 * publishes it, the day, the address. MLA writes no placeholder for a date: an undated page has its day of access.
 */
export function mla({ title, unit, parent, date, retrieved, url }: Source): Styled {
  const site = parent ?? unit
  const elements = present([
    site === null ? null : italic(site),
    parent === null ? null : unit,
    date === null ? null : dayFirst(date),
    url,
  ])
  const accessed = date === null && retrieved !== null && `Accessed ${dayFirst(retrieved)}.`
  return present([quoted(title, '.'), elements.length === 0 ? null : `${elements.join(', ')}.`, accessed]).join(' ')
}

/** Words that the Bluebook (21st ed., table T6) shortens in an institution's name; only those this source family needs. */
const SHORTENED: Readonly<Record<string, string>> = {
  Administration: 'Admin.',
  Affairs: 'Affs.',
  Center: 'Ctr.',
  Commission: 'Comm’n',
  Committee: 'Comm.',
  'Co-operation': 'Coop.',
  Cooperation: 'Coop.',
  Criminal: 'Crim.',
  Department: 'Dep’t',
  Development: 'Dev.',
  Enforcement: 'Enf’t',
  Europe: 'Eur.',
  European: 'Eur.',
  Government: 'Gov’t',
  Institute: 'Inst.',
  International: 'Int’l',
  Justice: 'Just.',
  Law: 'L.',
  National: 'Nat’l',
  Office: 'Off.',
  Organization: 'Org.',
  Security: 'Sec.',
  and: '&',
}

/**
 * The Bluebook, 21st ed., rules 15.1(c), 18.2.1 and 18.2.2: the body from its smallest unit up, shortened; the title; the
 * date in parentheses, or after the address when the page was last visited.
 */
export function bluebook({ title, body, date, retrieved, url }: Source): Styled {
  const names = body?.split(', ').reverse().join(', ') ?? null
  const author = names?.replace(/\p{L}+(?:-\p{L}+)*/gu, (word) => SHORTENED[word] ?? word) ?? null
  const dated = date === null ? italic(title) : `${italic(title)} (${americanDate(date, true)})`
  const visited = date === null && retrieved !== null ? ` (last visited ${americanDate(retrieved, true)})` : ''
  return stopped(`${present([author, dated, url]).join(', ')}${visited}`)
}
