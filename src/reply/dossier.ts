/** A dossier laid out: some entries a page, each with its words, its source and its note. */
import type { Excerpt } from '../answer/model.ts'
import type { CitationRecord } from '../cite/anchor.ts'
import { textLink } from '../cite/link.ts'
import type { DossierEntry } from '../store/store.ts'
import { echo, escapeMarkdown, isolate } from './escape.ts'
import { type Button, type Reply, textReply } from './model.ts'
import { titled } from './titled.ts'
import type { Words } from './words/model.ts'

export type Whose = 'person' | 'channel'

/** The actions of a dossier's buttons; they carry whose it is, and the page. */
export const PAGE = 'dossier'
export const CLEAR = 'clear'

const PER_PAGE = 5
/** Characters of an entry's words that a list shows; all of them stand behind its id. */
const LONGEST_QUOTE = 240
const LONGEST_NOTE = 200

/** A saved citation and what it is today; null where its words are gone. */
export interface ShownEntry {
  readonly entry: DossierEntry
  readonly excerpt: Excerpt | null
}

/** The entries of one page, counted from 1; a page beyond the last is the last. */
export function pageOf(entries: readonly DossierEntry[], page: number): { page: number; on: readonly DossierEntry[] } {
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  return { page: shown, on: entries.slice((shown - 1) * PER_PAGE, shown * PER_PAGE) }
}

export function layoutDossier(
  shown: readonly ShownEntry[],
  at: { readonly page: number; readonly count: number; readonly whose: Whose },
  words: Words,
): Reply {
  const { page, count, whose } = at
  const said = words.dossier
  if (count === 0) return textReply('answered', [said.empty(whose)], whose === 'person')
  const pages = Math.ceil(count / PER_PAGE)
  const title = `### ${said.title(whose, count)}${pages > 1 ? `\n-# ${said.page(page, pages)}` : ''}`
  const reply = textReply('answered', [title, ...shown.map((one) => entryText(one, words))], whose === 'person')
  const turn = (label: string, to: number): Button => ({
    kind: 'action',
    label,
    action: PAGE,
    args: [whose, String(to)],
    style: 'secondary',
  })
  const buttons = [
    ...(page > 1 ? [turn(said.previous, page - 1)] : []),
    ...(page < pages ? [turn(said.next, page + 1)] : []),
  ]
  return { ...reply, buttons }
}

function entryText({ entry, excerpt }: ShownEntry, words: Words): string {
  const lines = [`**${entry.position}.**`, ...savedLines(entry.citation, excerpt, words)]
  if (entry.note !== null) lines.push(`${words.dossier.note} ${echo(entry.note, LONGEST_NOTE)}`)
  return lines.join('\n')
}

/** A saved citation's words, shortened at a word, and where they stand or stood. */
export function savedLines(record: CitationRecord, excerpt: Excerpt | null, words: Words): readonly string[] {
  const link = excerpt === null ? null : textLink(excerpt.sheet, excerpt)
  const source = [
    titled(record.title, link),
    words.date(record.date, record.notBefore),
    `\`${record.id}\``,
    ...(excerpt === null ? [words.dossier.gone] : []),
  ]
  const quote = escapeMarkdown(isolate(shortened(record.shown)))
  return [...quote.split('\n').map((line) => `> ${line}`), `-# ${source.join(' · ')}`]
}

function shortened(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text
  const cut = text.slice(0, LONGEST_QUOTE)
  const end = cut.search(/\s\S*$/)
  return `${cut.slice(0, end > 0 ? end : LONGEST_QUOTE).toWellFormed()} …`
}

/** One thing done, with a way to see all. */
export function doneReply(said: string, lines: readonly string[], whose: Whose, words: Words): Reply {
  const reply = textReply('answered', [said, lines.join('\n')], whose === 'person')
  const show: Button = {
    kind: 'action',
    label: words.dossier.show,
    action: PAGE,
    args: [whose, '1'],
    style: 'secondary',
  }
  return { ...reply, buttons: [show] }
}

/** Asked before everything is removed, of the person who wants it only. */
export function confirmClear(count: number, whose: Whose, words: Words): Reply {
  const reply = textReply('answered', [words.dossier.confirmClear(count, whose)], true)
  const clear: Button = { kind: 'action', label: words.dossier.clear, action: CLEAR, args: [whose], style: 'danger' }
  return { ...reply, buttons: [clear] }
}
