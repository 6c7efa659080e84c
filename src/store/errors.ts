/** What can be wrong with the store, each with words for the person who wanted to save or see something. */

export type StoreFault =
  | 'locked'
  | 'read-only'
  | 'corrupt'
  | 'newer'
  | 'foreign'
  | 'disk-full'
  | 'unavailable'
  | 'dossier-full'
  | 'note-too-long'
  | 'no-such-entry'

const WORDS: Readonly<Record<StoreFault, string>> = {
  locked: 'The store is busy with another program just now. Nothing was lost; please try again in a moment.',
  'read-only': 'The store can only be read at the moment, so nothing can be saved. What was saved before is safe.',
  corrupt:
    'The store’s file is damaged, so dossiers and settings can’t be used. It is left as it is, so that it can be repaired. Questions are answered as ever.',
  newer:
    'The store was written by a newer version of this bot, so dossiers and settings can’t be used until the bot is updated. Nothing was changed in it.',
  foreign: 'The store’s file belongs to another program, so it was not touched. Dossiers and settings can’t be used.',
  'disk-full': 'There is no room left to save this. What was saved before is safe.',
  unavailable: 'The store can’t be reached, so dossiers and settings can’t be used. Questions are answered as ever.',
  'dossier-full':
    'This dossier holds 500 citations, which is as many as it can. Remove some, or export it and clear it.',
  'note-too-long': 'A note can have 1,000 characters at most.',
  'no-such-entry': 'There is no such entry in this dossier. It may have been removed.',
}

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault
  /** For the person; `message` is for the log. */
  readonly words: string

  constructor(fault: StoreFault, detail: string, cause?: unknown) {
    super(`${fault}: ${detail}`, { cause })
    this.fault = fault
    this.words = WORDS[fault]
  }
}

/** SQLite's primary result codes (sqlite.org/rescode.html); an extended code has them in its low byte. */
const BY_CODE: ReadonlyMap<number, StoreFault> = new Map([
  [5, 'locked'],
  [6, 'locked'],
  [8, 'read-only'],
  [11, 'corrupt'],
  [13, 'disk-full'],
  [26, 'corrupt'],
])

/** Whatever SQLite or the file system threw, as a {@link StoreError}. */
export function storeError(error: unknown, detail: string): StoreError {
  if (error instanceof StoreError) return error
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : -1
  const why = error instanceof Error ? error.message : String(error)
  return new StoreError(BY_CODE.get(code) ?? 'unavailable', `${detail}: ${why}`, error)
}
