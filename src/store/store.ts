/**
 * What the bot keeps: citations it has shown, dossiers, questions without an answer, settings. One interface, so that a
 * second engine can stand behind it; every method may reject with a {@link StoreError} and nothing else, and what a
 * resolved promise said is on the disk. Not for fact sheets: these are files, and answers need no store.
 */
import type { CitationRecord } from '../cite/anchor.ts'

/** Whose collection it is. A person's is theirs alone, wherever they are; a channel's is everybody's in it. */
export interface Owner {
  readonly kind: 'person' | 'channel'
  /** Discord's id. */
  readonly id: string
}

export interface DossierEntry {
  /** Stays the same when the order changes; never given out twice. */
  readonly entry: number
  /** 1 for the first. */
  readonly position: number
  readonly citation: CitationRecord
  readonly note: string | null
  /** When it was saved, ISO 8601 in UTC. */
  readonly added: string
}

/** A question that nothing answered: its words and why, no person, no server, no time of day. */
export interface Gap {
  readonly words: string
  /** The reason as in the interface file, such as `topic-not-covered`. */
  readonly reason: string
  readonly count: number
  /** Days, ISO 8601 in UTC. */
  readonly first: string
  readonly last: string
}

/** More than these a dossier doesn't hold. */
export const DOSSIER_LIMIT = 500
/** In UTF-16 code units. */
export const NOTE_LIMIT = 1000

export interface Store {
  /** Keeps the words behind an id, for the day they are gone from the corpus. The newest record of an id wins. */
  remember(records: readonly CitationRecord[]): Promise<void>
  /** Null where that id was never remembered. Ids are lower case. */
  recall(id: string): Promise<CitationRecord | null>

  /** Saves at the end; saved twice it stays where it is, and `isNew` is false. Rejects with `dossier-full`. */
  addToDossier(
    owner: Owner,
    citation: CitationRecord,
  ): Promise<{ readonly entry: DossierEntry; readonly isNew: boolean }>
  /** In order. */
  dossier(owner: Owner): Promise<readonly DossierEntry[]>
  /** To a position from 1; beyond the end is the end. Rejects with `no-such-entry`. */
  moveInDossier(owner: Owner, entry: number, position: number): Promise<void>
  /** Null takes the note away. Rejects with `no-such-entry`, `note-too-long`. */
  noteInDossier(owner: Owner, entry: number, note: string | null): Promise<void>
  /** Rejects with `no-such-entry`. */
  removeFromDossier(owner: Owner, entry: number): Promise<void>
  /** All of it; how many entries there were. */
  clearDossier(owner: Owner): Promise<number>

  addGap(words: string, reason: string): Promise<void>
  /** The most frequent first, then the latest. */
  gaps(limit: number): Promise<readonly Gap[]>

  /** A server's settings by name; empty where nothing was set. */
  settings(server: string): Promise<Readonly<Record<string, string>>>
  /** Null takes the setting away. */
  setSetting(server: string, name: string, value: string | null): Promise<void>

  /** Rejects with the reason while the store can't be used. */
  check(): Promise<void>
  /** Afterwards every method rejects with `unavailable`. */
  close(): Promise<void>
}
