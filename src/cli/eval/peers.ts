/**
 * The search libraries Footnote is measured beside, as they come: each sentence a document with one field, default
 * options, the person's words as they are. For slash commands they get the values without the option names.
 */
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import elasticlunr from 'elasticlunr'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { Library } from '#src/answer/library.ts'
import type { Passage } from '#src/corpus/model.ts'

export interface SentenceDocument {
  readonly id: number
  readonly file: string
  readonly text: string
  readonly passage: Passage
}

export interface PeerHit {
  readonly document: SentenceDocument
  /** The peer's own; higher is better. */
  readonly score: number
}

export interface Peer {
  readonly name: string
  /** Best first. */
  search(words: string): readonly PeerHit[]
}

/** Every sentence of a library as the peers index it. */
export function sentencesOf(library: Library): readonly SentenceDocument[] {
  return library.sheets
    .flatMap((sheet) =>
      sheet.passages.flatMap((passage) => passage.sentences.map(({ text }) => ({ file: sheet.file, text, passage }))),
    )
    .map((document, id) => ({ id, ...document }))
}

/** `/program country:costa rica topic:prisons` as a peer is asked it: `costa rica prisons`. */
export function plainWords(input: string): string {
  if (!input.startsWith('/')) return input
  return input
    .replace(/^\/\S+\s*/, '')
    .replaceAll(/(^|\s)[a-z]+:/g, ' ')
    .trim()
}

export function makePeers(documents: readonly SentenceDocument[]): readonly Peer[] {
  return [miniSearch(documents), fts5(documents), elasticLunr(documents), lunrPeer(documents)]
}

function hits(
  documents: readonly SentenceDocument[],
  found: readonly { id: number; score: number }[],
): readonly PeerHit[] {
  return found.flatMap(({ id, score }) => {
    const document = documents[id]
    return document === undefined ? [] : [{ document, score }]
  })
}

/** As installed; not every library lets its package.json be imported. */
function versionOf(library: string): string {
  const file = new URL(`../../../node_modules/${library}/package.json`, import.meta.url)
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string }
  return version
}

function miniSearch(documents: readonly SentenceDocument[]): Peer {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  index.addAll(documents.map(({ id, text }) => ({ id, text })))
  return {
    name: `MiniSearch ${versionOf('minisearch')}`,
    search: (words) =>
      hits(
        documents,
        index.search(words).map(({ id, score }) => ({ id: Number(id), score })),
      ),
  }
}

function fts5(documents: readonly SentenceDocument[]): Peer {
  const database = new DatabaseSync(':memory:')
  database.exec("CREATE VIRTUAL TABLE sentences USING fts5(text, tokenize = 'porter unicode61')")
  const insert = database.prepare('INSERT INTO sentences (rowid, text) VALUES (?, ?)')
  database.exec('BEGIN')
  for (const { id, text } of documents) insert.run(id + 1, text)
  database.exec('COMMIT')
  const select = database.prepare(
    'SELECT rowid, -bm25(sentences) AS score FROM sentences WHERE sentences MATCH ? ORDER BY score DESC, rowid',
  )
  return {
    name: `SQLite ${process.versions['sqlite'] ?? ''} FTS5, Porter`,
    search: (words) => {
      // FTS5's own syntax wants a quoted word each; plain words would all have to stand in a sentence.
      const terms = words.match(/[\p{L}\p{N}]+/gu) ?? []
      if (terms.length === 0) return []
      const rows = select.all(terms.map((term) => `"${term}"`).join(' OR '))
      return hits(
        documents,
        rows.map((row) => ({ id: Number(row['rowid']) - 1, score: Number(row['score']) })),
      )
    },
  }
}

function elasticLunr(documents: readonly SentenceDocument[]): Peer {
  const index = elasticlunr<{ id: number; text: string }>(function () {
    this.addField('text')
    this.setRef('id')
  })
  for (const { id, text } of documents) index.addDoc({ id, text })
  return {
    name: `elasticlunr ${versionOf('elasticlunr')}`,
    search: (words) =>
      hits(
        documents,
        index.search(words, {}).map(({ ref, score }) => ({ id: Number(ref), score })),
      ),
  }
}

function lunrPeer(documents: readonly SentenceDocument[]): Peer {
  const index = lunr(function () {
    this.ref('id')
    this.field('text')
    for (const { id, text } of documents) this.add({ id, text })
  })
  return {
    name: `lunr ${versionOf('lunr')}`,
    search: (words) =>
      hits(
        documents,
        // Not `search`, whose query syntax would take a question's colon for a field's name.
        index
          .query((query) => query.term(lunr.tokenizer(words), {}))
          .map(({ ref, score }) => ({ id: Number(ref), score })),
      ),
  }
}
