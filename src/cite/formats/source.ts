/** What all formats need to know of a citation, prepared once. */
import type { CitationRecord } from '../anchor.ts'
import { americanDate, type PartialDate, parseDate } from './dates.ts'

export interface Source {
  readonly record: CitationRecord
  readonly title: string
  /** The heading it stands under; null where there is none or it only repeats the title. */
  readonly section: string | null
  /** The publisher as the front matter has it; null where none is known. */
  readonly body: string | null
  /** Its smallest unit, where that has a name of its own, and what it belongs to; else the whole and null. */
  readonly unit: string | null
  readonly parent: string | null
  readonly date: PartialDate | null
  readonly retrieved: PartialDate | null
  readonly url: string | null
  /** What the date leaves open, in a sentence; null where a date is printed. */
  readonly dateNote: string | null
  /** What the person who saved it wrote beside it; only in files. */
  readonly remark: string | null
}

/** `Bureau of …` says by itself who it is, `Office in Baku` only together with what it belongs to. */
const NAMED_UNIT =
  /^(?:Bureau|Office|Department|Division|Directorate|Agency|Administration|Institute|Service|Section) (?:of|for|on) /

export function sourceOf(record: CitationRecord, remark: string | null = null): Source {
  const body = oneLine(record.publisher ?? '') || null
  const parts = body?.split(', ') ?? []
  const last = parts.at(-1) ?? ''
  const split = parts.length > 1 && NAMED_UNIT.test(last)
  const notBefore = parseDate(record.notBefore)
  const written =
    notBefore === null ? '' : `; the text itself shows that it was written after ${americanDate(notBefore)}`
  const date = parseDate(record.date)
  return {
    record,
    title: oneLine(record.title),
    section: record.section === record.title || record.section === null ? null : oneLine(record.section),
    body,
    unit: split ? last : body,
    parent: split ? parts.slice(0, -1).join(', ') : null,
    date,
    retrieved: parseDate(record.retrieved),
    url: record.url === null ? null : oneLine(record.url),
    dateNote: date === null ? `No date is printed${written}.` : null,
    remark: remark === null ? null : oneLine(remark),
  }
}

export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
