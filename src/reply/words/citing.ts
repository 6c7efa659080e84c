/** What the interface says about citations, checked quotations and dossiers. */

import type { ClaimRow } from '../../answer/model.ts'
import type { Format } from '../../cite/formats/index.ts'
import type { Difference } from '../../cite/verify/align.ts'
import type { Told } from '../../cite/verify/told.ts'

export interface CitingWords {
  readonly cite: string
  readonly save: string
  /** What a select says that lists the excerpts of a reply. */
  readonly chooseToCite: string
  readonly openSource: string
  readonly format: (name: string) => string
  /** What a format is called. */
  readonly formatName: (format: Format) => string
  /** Over the words as they were when they were cited. */
  readonly saidThen: string
  /** What now stands where they stood. */
  readonly standsNow: string
  readonly inFile: string
}

export interface CheckingWords {
  /** @param places in how many places it stands */
  readonly verbatim: (places: number) => string
  readonly altered: string
  readonly stitched: string
  readonly absent: string
  readonly told: (told: readonly Told[]) => string
  /** One line a difference, escaped. */
  readonly difference: (difference: Difference) => string
  readonly more: (count: number) => string
  readonly part: (quote: string) => string
  readonly leftOver: (quote: string) => string
  readonly nearest: string
  readonly claims: string
  readonly claim: (text: string, verdict: ClaimRow['verdict']) => string
  readonly nothing: string
  /** What was found in a message. */
  readonly found: (quotations: number, claims: number) => string
}

export interface DossierWords {
  readonly title: (whose: 'person' | 'channel', count: number) => string
  readonly empty: (whose: 'person' | 'channel') => string
  readonly saved: (position: number, whose: 'person' | 'channel') => string
  readonly savedAlready: (position: number) => string
  readonly noted: (position: number) => string
  readonly noteGone: (position: number) => string
  readonly moved: (from: number, to: number) => string
  readonly removed: (position: number) => string
  readonly exported: (count: number, format: string) => string
  readonly confirmClear: (count: number, whose: 'person' | 'channel') => string
  readonly cleared: (count: number) => string
  readonly clear: string
  readonly show: string
  readonly previous: string
  readonly next: string
  readonly page: (page: number, pages: number) => string
  readonly note: string
  readonly gone: string
  readonly expectedEntry: (count: number) => string
}
