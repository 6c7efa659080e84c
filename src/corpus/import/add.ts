/**
 * Source files become fact sheets in a folder, each for itself: one that fails never stops the others, and nothing is
 * overwritten without being said. Decides and writes; how it is shown is the command line's.
 */

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readFrontMatter } from '../front-matter.ts'
import type { FrontMatter } from '../model.ts'
import { settle, sheetText } from './convert.ts'
import type { Facts } from './facts.ts'
import { frontOf } from './front/front-of.ts'
import type { Countries, Front, Proposal } from './front/propose.ts'
import type { Furniture } from './furniture/find.ts'
import { idFromFileName } from './names.ts'
import { keepOriginal } from './originals.ts'
import { sameSheet } from './same.ts'
import type { Sandbox } from './sandbox.ts'
import { proposeSource } from './source.ts'
import { isAddress, MAX_SOURCE_BYTES, type Source, tooLarge, unreadable } from './sources.ts'
import type { Untold } from './told.ts'
import { writeWhole } from './write.ts'

export interface Added {
  readonly ok: true
  readonly source: string
  /** The file in the corpus folder, `tajikistan.md`. */
  readonly file: string
  readonly change: 'new' | 'changed' | 'unchanged'
  readonly text: string
  /** What stands above the text. */
  readonly front: Front
  /** What stood in the file before. */
  readonly before: string | null
  readonly furniture: readonly Furniture[]
  readonly warnings: readonly string[]
  /** What neither the text nor anybody has said yet, and somebody who knows the page may. */
  readonly untold: readonly Untold[]
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
  /** What a person has said of single sources since, by their labels; goes before `facts`. */
  readonly told?: ReadonlyMap<string, Facts>
  readonly countries: Countries
  /** The day of adding, `2026-11-22`. */
  readonly today: string
  /** False: everything is decided and nothing is written. */
  readonly write: boolean
  /** Where conversion is done so that it can be ended; without one it is done right here. */
  readonly sandbox?: Sandbox
  /** Keeps what was received beside the fact sheets. */
  readonly keepOriginals?: boolean
}

/** Each source in turn becomes a fact sheet in the folder; the results come as they are ready. */
export async function* addSources(sources: readonly Source[], options: AddOptions): AsyncGenerator<Added | Failed> {
  // What this call has written or, without writing, would have: two sources never share a file.
  const taken = new Map<string, string>()
  for (const source of sources) yield await addOne(source, options, taken)
}

async function addOne(source: Source, options: AddOptions, taken: Map<string, string>): Promise<Added | Failed> {
  const fail = (message: string, cure: string): Failed => ({ ok: false, source: source.label, message, cure })
  try {
    const received = await source.receive()
    if (!received.ok) return fail(received.message, received.cure)
    const { bytes } = received
    if (bytes.length > MAX_SOURCE_BYTES)
      return fail(tooLarge(bytes.length), 'Save the text of one page alone, or split it into one file a fact sheet.')
    const name = received.name ?? source.name
    const known = options.facts.get(name) ?? options.facts.get(source.name) ?? options.facts.get(source.label)
    const facts = { ...known, ...options.told?.get(source.label) }
    const asked = { name, today: options.today, given: facts.countries ?? null }
    const body = await (options.sandbox?.convert(asked, bytes) ?? proposeSource(asked, bytes, options.countries))
    if (!body.ok) return fail(body.message, body.cure)

    const place = await placeFor(idFromFileName(name), body.markdown, options.folder, taken)
    if (!place.ok) return fail(place.message, place.cure)
    const earlier = place.earlier === null ? null : frontOf(place.earlier.meta)
    const { front: proposal, titlePrinted, address } = body
    const settled = settle(
      { ...proposal, url: proposal.url ?? received.url ?? address ?? undefined },
      earlier,
      facts,
      options.today,
    )
    const front = settled.title === '' ? { ...settled, title: place.file.replace(/\.md$/, '') } : settled
    const text = sheetText(front, body.markdown)
    const reread = readFrontMatter(place.file, text)
    if (!reread.ok) return fail(reread.faults.map((fault) => fault.message).join(' '), 'Correct the facts file.')

    taken.set(place.file, body.markdown)
    const change = place.earlier === null ? 'new' : place.earlier.text === text ? 'unchanged' : 'changed'
    if (options.write && change !== 'unchanged') await writeWhole(join(options.folder, place.file), text)
    if (options.write && options.keepOriginals)
      await keepOriginal(options.folder, place.file, { bytes, name, source: originOf(source), today: options.today })
    const doubted = doubts(front, body, facts)
    return {
      ok: true,
      source: source.label,
      file: place.file,
      change,
      text,
      front,
      before: place.earlier?.text ?? null,
      furniture: body.furniture,
      warnings: [...received.warnings, ...body.warnings, ...place.warnings, ...doubted],
      untold: change === 'unchanged' ? [] : untoldOf(front, { ...earlier, ...facts }, titlePrinted),
    }
  } catch (error) {
    return unreadable(source.label, error)
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

/** What stands in the facts or stood in the sheet before: somebody has looked at it. */
type Said = { readonly [Key in keyof Front]?: Front[Key] | undefined }

function untoldOf(front: Front, said: Said, titlePrinted: boolean): Untold[] {
  const untold: Untold[] = []
  if (!titlePrinted && said.title === undefined) untold.push('title')
  if (front.publisher === undefined) untold.push('publisher')
  if (front.date === undefined && said.not_before === undefined) untold.push('date')
  if (front.countries.length === 0 && said.countries === undefined) untold.push('countries')
  return untold
}

/** A path on one machine says nothing on another. */
const originOf = ({ label, name }: Source): string => (isAddress(label) ? label : name)

/** What could not be told from the text or the facts, and where the two disagree. */
function doubts(front: Front, { front: proposal, titlePrinted, heading }: Proposal, facts: Facts): string[] {
  const doubts: string[] = []
  if (!titlePrinted && facts.title === undefined) {
    const printed =
      heading === null ? 'no title is printed' : `the page prints no title of its own, only the heading “${heading}”`
    doubts.push(`${printed}; called “${front.title}”`)
  }
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
