/** What is said to whoever wanted to save or see something when the store can't be used as it should. */
import type { StoreFault } from '../../store/errors.ts'

export type StoreWords = Readonly<Record<StoreFault, string>>
