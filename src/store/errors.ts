/** What can be wrong with the store. What is said of it to people stands in the catalogues of the interface. */

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

export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault

  constructor(fault: StoreFault, detail: string, cause?: unknown) {
    super(`${fault}: ${detail}`, { cause })
    this.fault = fault
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
