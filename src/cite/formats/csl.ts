/** CSL-JSON, by the schema csl-data.json 1.0.2. An undated item has no `issued`: the styles print n.d. by themselves. */
import { dateParts, type PartialDate } from './dates.ts'
import type { Source } from './source.ts'

interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

export interface CslItem {
  readonly id: string
  readonly type: 'webpage'
  readonly title: string
  readonly author?: readonly [{ readonly literal: string }]
  readonly publisher?: string
  readonly 'container-title'?: string
  readonly section?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly note?: string
  readonly annote: string
}

const cslDate = (date: PartialDate): CslDate => ({ 'date-parts': [dateParts(date)] })

export function cslItem({
  record,
  title,
  section,
  body,
  parent,
  date,
  retrieved,
  url,
  dateNote,
  remark,
}: Source): CslItem {
  return {
    id: record.id,
    type: 'webpage',
    title,
    ...(body === null ? {} : { author: [{ literal: body }], publisher: body }),
    ...(parent === null ? {} : { 'container-title': parent }),
    ...(section === null ? {} : { section: section }),
    ...(date === null ? {} : { issued: cslDate(date) }),
    ...(retrieved === null ? {} : { accessed: cslDate(retrieved) }),
    ...(url === null ? {} : { URL: url }),
    ...(dateNote === null ? {} : { note: dateNote }),
    annote: remark === null ? record.shown : `${record.shown} [${remark}]`,
  }
}
