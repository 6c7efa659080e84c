/**
 * Questions that nothing answered, kept so that whoever keeps the corpus sees which sheets are missing. The words alone
 * are kept: no person, no server, no time of day, and not where a server has said that it does not want it.
 */
import type { Store } from './store.ts'

/** The name of a server's setting; `off` keeps its questions out. */
export const GAPS_SETTING = 'gaps'
/** Longer ones say little of what is missing, and may say much of who asked. */
const LONGEST = 200

export interface Asked {
  readonly words: string
  /** As in the interface file, such as `topic-not-covered`; null where it was answered. */
  readonly reason: string | null
  /** Discord's id; null in a private conversation. */
  readonly server: string | null
}

/** Reasons for which a sheet could be missing: what nobody could answer is none. */
const MISSING: ReadonlySet<string> = new Set([
  'country-not-covered',
  'topic-not-covered',
  'figure-not-stated',
  'not-supported',
])

/** The reason of a question whose answer somebody said was not what they had asked. */
export const NOT_WHAT_I_ASKED = 'not-what-i-asked'

/** Keeps a question where it is a gap. Never rejects: an answer does not depend on it. */
export async function keepGap(store: Store, { words, reason, server }: Asked): Promise<void> {
  if (reason !== null && MISSING.has(reason)) await keep(store, words, reason, server)
}

/** Keeps a question that was answered, but not as it was meant; whether it was kept. Never rejects. */
export async function keepJudged(store: Store, words: string, server: string | null): Promise<boolean> {
  return keep(store, words, NOT_WHAT_I_ASKED, server)
}

async function keep(store: Store, words: string, reason: string, server: string | null): Promise<boolean> {
  const bare = gapWords(words)
  if (bare === '') return false
  try {
    if (server !== null && (await store.settings(server))[GAPS_SETTING] === 'off') return false
    await store.addGap(bare, reason)
    return true
  } catch {
    // The store tells of its own faults where something depends on it.
    return false
  }
}

/** A question without what may point at a person: mentions, addresses, long numbers; in small letters, on one line. */
export function gapWords(question: string): string {
  return question
    .replaceAll(/<[@#:a-z!&][^>]{0,80}>|@[\w.]+|https?:\/\/\S+|\S+@\S+|\+?\d[\d\s().-]{6,}\d/giu, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, LONGEST)
    .trim()
    .toWellFormed()
}
