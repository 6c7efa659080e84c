/**
 * The front matter of a fact sheet: what a key may hold, and reading it so that each fault names file, line, key, what
 * was expected and a cure. Not for the body, and not for guessing what a file leaves out.
 */
import { z } from 'zod'
import type { Fault } from './fault.ts'
import type { FrontMatter } from './model.ts'
import { isCountryCode } from './places/countries.ts'
import { readYamlMap, type YamlMap } from './yaml-lines.ts'

/** The keys, in the order in which they are written. */
export const FRONT_MATTER_KEYS = [
  'title',
  'publisher',
  'url',
  'date',
  'not_before',
  'countries',
  'retrieved',
  'replaces',
] as const

const text = z
  .string({ error: (issue) => `${shown(issue.input)} is no text, expected text on one line.` })
  .refine((value) => value.trim() !== '', 'empty, expected text on one line.')
  // A line break or control character in a citation would break the line it is shown on.
  .refine(
    (value) => !/[\p{Cc}\u2028\u2029]/u.test(value),
    'holds a line break or control character, expected one line.',
  )

const day = z
  .string({ error: (issue) => `${shown(issue.input)} is no date, expected 2009, 2009-01 or 2009-01-20.` })
  .refine(isCalendarDate, {
    error: (issue) => `${shown(issue.input)} is no date, expected 2009, 2009-01 or 2009-01-20.`,
  })

const country = z
  .string({ error: (issue) => `${shown(issue.input)} is no country code, expected ISO 3166-1 alpha-2 such as AZ.` })
  .refine(isCountryCode, {
    error: (issue) =>
      `${shown(issue.input)} is no country code, expected ISO 3166-1 alpha-2 such as AZ (XK for Kosovo).`,
  })

const countries = z
  .array(country, { error: (issue) => `${shown(issue.input)} is no list, expected codes such as [AZ], or [].` })
  .refine((codes) => new Set(codes).size === codes.length, 'names a country twice, expected each code once.')

/** What each key may hold; the facts file of `corpus add` is held to the same. */
export const FRONT_MATTER_VALUES = {
  title: text,
  publisher: text.optional(),
  url: z
    .string({ error: (issue) => `${shown(issue.input)} is no address, expected http://… or https://….` })
    .refine(isWebAddress, {
      error: (issue) => `${shown(issue.input)} is no address, expected http://… or https://….`,
    })
    .optional(),
  date: day.optional(),
  not_before: day.optional(),
  countries: countries.optional(),
  retrieved: day.optional(),
  replaces: text
    .refine((id) => !/[\\/]|\.md$/i.test(id), {
      error: (issue) => `${shown(issue.input)} is no id, expected a fact sheet's file name without folder and .md.`,
    })
    .optional(),
} as const

const schema = z.strictObject(FRONT_MATTER_VALUES).refine((meta) => !(meta.date && meta.not_before), {
  path: ['not_before'],
  error: 'stands beside date, expected only one of the two.',
})

const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'not_before', 'retrieved'])

/**
 * Reads the front matter of the fact sheet `text`, the whole file. `bodyStart` is the offset in `text` (UTF-16 code
 * units) of the first character after the line that closes the front matter. The rules are those of interfaces.md §1.
 */
export function readFrontMatter(
  file: string,
  text: string,
): { ok: true; meta: FrontMatter; bodyStart: number } | { ok: false; faults: readonly Fault[] } {
  const fail = (line: number, message: string, cure: string) =>
    ({ ok: false, faults: [{ file, line, key: null, message, cure }] }) as const
  if (text.charCodeAt(0) === 0xfeff)
    return fail(
      1,
      'begins with a byte order mark, expected `---`.',
      'Save the file as UTF-8 without a byte order mark.',
    )
  const opening = /^---[ \t]*(?:\r?\n|$)/.exec(text)
  if (opening === null)
    return fail(1, 'no front matter, expected `---` on the first line.', 'Begin with `---`, `title: …`, `---`.')
  const closing = /^---[ \t]*(?:\r?\n|$)/gm
  closing.lastIndex = opening[0].length
  const end = closing.exec(text)
  if (end === null)
    return fail(1, 'the front matter is never closed, expected a second line `---`.', 'Close it with `---`.')

  const yaml = readYamlMap(file, text.slice(opening[0].length, end.index), 2)
  if (!yaml.ok) return yaml
  const parsed = schema.safeParse(valuesOf(yaml.map))
  if (!parsed.success) return { ok: false, faults: faultsOf(file, yaml.map, parsed.error) }
  const meta = parsed.data
  return {
    ok: true,
    bodyStart: end.index + end[0].length,
    meta: {
      title: meta.title,
      publisher: meta.publisher ?? null,
      url: meta.url ?? null,
      date: meta.date ?? null,
      notBefore: meta.not_before ?? null,
      countries: meta.countries ?? [],
      retrieved: meta.retrieved ?? null,
      replaces: meta.replaces ?? null,
    },
  }
}

/** The values to check: a date as it is written, since YAML reads `2009` as a number. */
export function valuesOf(map: YamlMap): Record<string, unknown> {
  return Object.fromEntries(
    [...map].map(([key, entry]) => [
      key,
      DATE_KEYS.has(key) && typeof entry.value === 'number' ? entry.source : entry.value,
    ]),
  )
}

/** What zod found, said of the lines of the YAML it found it in. */
export function faultsOf(file: string, map: YamlMap, error: z.ZodError, known: readonly string[] = FRONT_MATTER_KEYS) {
  return error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        line: map.get(key)?.line ?? 1,
        key,
        message: `an unknown key, expected one of ${known.join(', ')}.`,
        cure: 'Correct its spelling, or take the line out.',
      }))
    const key = String(issue.path[0] ?? '')
    const entry = map.get(key)
    if (entry === undefined)
      return [{ file, line: 1, key, message: 'missing, expected text on one line.', cure: `Add a line \`${key}: …\`.` }]
    return [{ file, line: entry.line, key, message: issue.message, cure: cureOf(key, entry.value) }]
  })
}

function cureOf(key: string, value: unknown): string {
  if (value === null && key !== 'title') return 'Take the line out where it is not known.'
  if (key === 'countries')
    return 'Use the codes of ISO 3166-1 in capitals, in brackets: [AZ, GE]; [] for a general sheet.'
  if (key === 'not_before') return 'Keep date where the text prints one; else a real day, month or year in not_before.'
  if (DATE_KEYS.has(key)) return 'Write a real day, month or year as 2009-01-20, 2009-01 or 2009.'
  if (key === 'url') return 'Write the whole address, or take the line out where it is not known.'
  if (typeof value === 'number' || typeof value === 'boolean') return 'Put the value into double quotes.'
  return 'Write it as one line of text, in double quotes.'
}

/** A year, a month or a day that the calendar has. */
export function isCalendarDate(value: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value)
  if (match === null || Number(match[1]) === 0) return false
  const [year, month, date] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  const real = new Date(Date.UTC(2000, month - 1, date))
  real.setUTCFullYear(year, month - 1, date)
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === date
}

function isWebAddress(value: string): boolean {
  if (/[\s\p{Cc}]/u.test(value) || !/^https?:\/\//i.test(value)) return false
  return URL.canParse(value)
}

function shown(value: unknown): string {
  if (value === null) return 'an empty value'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  const printed = String(value)
  return `\`${printed.length > 60 ? `${printed.slice(0, 60)}…` : printed}\``
}
