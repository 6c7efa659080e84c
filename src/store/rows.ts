/** What comes out of the file is checked before it's believed: a damaged row is a fault, not a citation. */
import { z } from 'zod'
import type { CitationRecord } from '../cite/anchor.ts'
import { StoreError } from './errors.ts'
import type { DossierEntry, Gap } from './store.ts'

const citation = z.object({
  id: z.string(),
  sheet: z.string(),
  file: z.string(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  shown: z.string(),
  before: z.string(),
  after: z.string(),
  hash: z.string(),
  section: z.string().nullable(),
  title: z.string(),
  publisher: z.string().nullable(),
  date: z.string().nullable(),
  notBefore: z.string().nullable(),
  url: z.string().nullable(),
  retrieved: z.string().nullable(),
}) satisfies z.ZodType<CitationRecord>

const record = z.string().transform((text) => citation.parse(JSON.parse(text)))
const entry = z.object({ entry: z.int(), record, note: z.string().nullable(), added: z.string() })
const gap = z.object({ words: z.string(), reason: z.string(), count: z.int(), first: z.string(), last: z.string() })

function read<T>(schema: z.ZodType<T>, row: unknown): T {
  try {
    return schema.parse(row)
  } catch (error) {
    throw new StoreError('corrupt', 'a row is not what was saved', error)
  }
}

export const readRecord = (row: unknown): CitationRecord => read(z.object({ record }), row).record

/** @param position counted from 1 */
export function readEntry(row: unknown, position: number): DossierEntry {
  const { record: saved, ...rest } = read(entry, row)
  return { ...rest, position, citation: saved }
}

export const readGap = (row: unknown): Gap => read(gap, row)
