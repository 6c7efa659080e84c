/**
 * Source files become fact sheets in a folder, each for itself: one that fails never stops the others, and nothing is
 * overwritten without being said. Decides and writes; how it is shown is the command line's.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readFrontMatter } from '../front-matter.ts'
import { MAX_SHEET_BYTES } from '../load.ts'
import type { FrontMatter } from '../model.ts'
import { convert, convertHtml, settle, sheetText } from './convert.ts'
import { decode } from './decode.ts'
import type { Facts } from './facts.ts'
import type { Countries, Front } from './front/propose.ts'
import type { Furniture } from './furniture/find.ts'
import { idFromFileName } from './names.ts'
import { sameSheet } from './same.ts'
import { writeWhole } from './write.ts'

export interface Added {
  readonly ok: true
  readonly source: string
  /** The file in the corpus folder, `tajikistan.md`. */
  readonly file: string
  readonly change: 'new' | 'changed' | 'unchanged'
  readonly text: string
  readonly furniture: readonly Furniture[]
  readonly warnings: readonly string[]
}

export interface Failed {
  readonly ok: false
  readonly source: string
  readonly message: string
  readonly cure: string
}

export interface AddOptions {
  readonly folder: string
  readonly facts: ReadonlyMap<string, Facts>
  readonly countries: Countries
  /** The day of adding, `2026-11-22`. */
  readonly today: string
  /** False: everything is decided and nothing is written. */
  readonly write: boolean
}

/** What the importer reads; other files of a folder are passed over. */
const READABLE = /\.(?:txt|text|html?)$/i
const HTML = /\.html?$/i

/** The source files that `paths` name: files as they are, folders by their text files, in order of their names. */
export async function sourcesOf(paths: readonly string[]): Promise<{ sources: string[]; failed: Failed[] }> {
  const sources: string[] = []
  const failed: Failed[] = []
  for (const path of paths) {
    try {
      if (!(await stat(path)).isDirectory()) {
        sources.push(path)
        continue
      }
      const names = (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isFile() && READABLE.test(entry.name))
        .map((entry) => entry.name)
      if (names.length === 0)
        failed.push({
          ok: false,
          source: path,
          message: 'a folder without .txt or .html files.',
          cure: 'Name a folder with source texts.',
        })
      sources.push(...names.sort().map((name) => join(path, name)))
    } catch (error) {
      failed.push(unreadable(path, error))
    }
  }
  return { sources: [...new Set(sources)], failed }
}

/** Each source in turn becomes a fact sheet in the folder; the results come as they are ready. */
export async function* addSources(sources: readonly string[], options: AddOptions): AsyncGenerator<Added | Failed> {
  // What this call has written or, without writing, would have: two sources never share a file.
  const taken = new Map<string, string>()
  for (const source of sources) yield await addOne(source, options, taken)
}

async function addOne(source: string, options: AddOptions, taken: Map<string, string>): Promise<Added | Failed> {
  const fail = (message: string, cure: string): Failed => ({ ok: false, source, message, cure })
  try {
    const { size } = await stat(source)
    if (size > MAX_SHEET_BYTES)
      return fail(
        `${(size / 1e6).toFixed(1)} MB, expected at most ${MAX_SHEET_BYTES / 1e6} MB of text.`,
        'Save the text of one page alone, or split the file into one file a fact sheet.',
      )
    if (!READABLE.test(source))
      return fail('neither .txt nor .html.', 'Save the page as plain text (.txt) or as a web page (.html).')
    const decoded = decode(await readFile(source))
    if (!decoded.ok) return fail(decoded.message, decoded.cure)
    const body = (HTML.test(source) ? convertHtml : convert)(decoded.text, options.countries)
    if (!body.ok) return fail(body.message, body.cure)

    const place = await placeFor(idFromFileName(source), body.markdown, options.folder, taken)
    if (!place.ok) return fail(place.message, place.cure)
    const facts = options.facts.get(basename(source)) ?? {}
    const earlier = place.earlier === null ? null : frontOf(place.earlier.meta)
    const { front: proposal, titlePrinted } = body.propose(options.today, facts.countries ?? earlier?.countries ?? null)
    const settled = settle(proposal, earlier, facts, options.today)
    const front = settled.title === '' ? { ...settled, title: place.file.replace(/\.md$/, '') } : settled
    const text = sheetText(front, body.markdown)
    const reread = readFrontMatter(place.file, text)
    if (!reread.ok) return fail(reread.faults.map((fault) => fault.message).join(' '), 'Correct the facts file.')

    taken.set(place.file, body.markdown)
    const change = place.earlier === null ? 'new' : place.earlier.text === text ? 'unchanged' : 'changed'
    if (options.write && change !== 'unchanged') await writeWhole(join(options.folder, place.file), text)
    const warnings = [...decoded.warnings, ...place.warnings, ...doubts(front, proposal, facts, titlePrinted)]
    return { ok: true, source, file: place.file, change, text, furniture: body.furniture, warnings }
  } catch (error) {
    return unreadable(source, error)
  }
}

interface Place {
  readonly ok: true
  readonly file: string
  /** The sheet that stands there already. */
  readonly earlier: { readonly text: string; readonly meta: FrontMatter } | null
  readonly warnings: readonly string[]
}

/** The file for a sheet: its id's, or the next free one where another text stands under that name. */
async function placeFor(
  id: string,
  markdown: string,
  folder: string,
  taken: ReadonlyMap<string, string>,
): Promise<Place | { ok: false; message: string; cure: string }> {
  const others: string[] = []
  for (let count = 1; ; count++) {
    const file = count === 1 ? `${id}.md` : `${id}-${count}.md`
    const warnings = others.map((other) => `${other} holds another text and is left as it is; this one is ${file}`)
    if (taken.has(file)) {
      others.push(file)
      continue
    }
    const text = await readFile(join(folder, file), 'utf8').catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (text === null) return { ok: true, file, earlier: null, warnings }
    const front = readFrontMatter(file, text)
    if (!front.ok)
      return {
        ok: false,
        message: `${file} stands in the corpus already and cannot be read (${front.faults[0]?.message ?? ''}).`,
        cure: `Mend ${file} or take it out of the folder, then add this text again.`,
      }
    const alike = sameSheet(text.slice(front.bodyStart), markdown)
    if (alike === 'different') others.push(file)
    else if (alike === 'same') return { ok: true, file, earlier: { text, meta: front.meta }, warnings }
    else {
      warnings.push(`${file} held an earlier wording of this text, which is replaced`)
      return { ok: true, file, earlier: { text, meta: { ...front.meta, retrieved: null } }, warnings }
    }
  }
}

const frontOf = (meta: FrontMatter): Front => ({
  title: meta.title,
  publisher: meta.publisher ?? undefined,
  url: meta.url ?? undefined,
  date: meta.date ?? undefined,
  not_before: meta.notBefore ?? undefined,
  countries: meta.countries,
  retrieved: meta.retrieved ?? undefined,
  replaces: meta.replaces ?? undefined,
})

/** What could not be told from the text or the facts, and where the two disagree. */
function doubts(front: Front, proposal: Front, facts: Facts, titlePrinted: boolean): string[] {
  const doubts: string[] = []
  if (!titlePrinted && facts.title === undefined) doubts.push(`no title is printed; called “${front.title}”`)
  if (front.publisher === undefined) doubts.push('no publisher could be told')
  if (front.url === undefined) doubts.push('no address (url) is known')
  if (front.date === undefined)
    doubts.push(
      front.not_before === undefined
        ? 'no date is printed, and nothing shows when it was written'
        : `no date is printed; written after ${front.not_before}`,
    )
  if (proposal.date !== undefined && front.date !== proposal.date)
    doubts.push(`the text prints the date ${proposal.date}, the front matter says ${front.date ?? 'none'}`)
  if (front.not_before !== undefined && proposal.not_before !== undefined && proposal.not_before > front.not_before)
    doubts.push(`not_before is ${front.not_before}, but the text names ${proposal.not_before}`)
  if (front.countries.length === 0 && facts.countries === undefined)
    doubts.push('about no country as a whole: filed as a general sheet')
  return doubts
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function unreadable(source: string, error: unknown): Failed {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  // Whatever goes wrong with one file must not keep the others from being added.
  if (code === null)
    return {
      ok: false,
      source,
      message: `could not be converted (${error instanceof Error ? error.name : 'unknown error'}).`,
      cure: 'Report it with the file; the others are not affected.',
    }
  return {
    ok: false,
    source,
    message: code === 'ENOENT' ? 'no such file or folder.' : `cannot be read or written (${code}).`,
    cure: 'Check the path and your rights to it.',
  }
}
