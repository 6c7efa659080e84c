/**
 * A folder of fact sheets is read as a whole: every fault of every file is told at once, and a corpus with a fault is
 * no corpus. Not for what is doubtful but readable; that is the check's business.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Fault, faultLine } from './fault.ts'
import type { FactSheet } from './model.ts'
import { type Finders, type ReadResult, readSheet } from './read.ts'

/** A fact sheet is a few pages of text; a larger file is something else that got into the folder. */
export const MAX_SHEET_BYTES = 2_000_000

/** The corpus can't be read; `faults` names every file and line that is wrong. */
export class CorpusError extends Error {
  override readonly name: string = 'CorpusError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join('\n'))
    this.faults = faults
  }
}

export interface Loaded {
  readonly sheets: readonly FactSheet[]
  readonly faults: readonly Fault[]
}

/**
 * Reads every `*.md` directly in `folder`; a sheet with faults is left out and its faults are told.
 * @param known sheets that the same finders made, by file: one whose text has not changed is taken as it is
 */
export async function loadSheets(
  folder: string,
  finders: Finders,
  known: ReadonlyMap<string, FactSheet> = new Map(),
): Promise<Loaded> {
  let names: string[]
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    names = entries.filter((entry) => entry.name.endsWith('.md') && !entry.isDirectory()).map((entry) => entry.name)
  } catch (error) {
    throw new CorpusError([
      {
        file: folder,
        line: 1,
        key: null,
        message: `the folder can't be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}).`,
        cure: 'Name a folder that holds fact sheets with --corpus or CORPUS_DIR.',
      },
    ])
  }
  const results: ReadResult[] = []
  for (const name of names.sort()) {
    results.push(await loadOne(folder, name, finders, known.get(name)))
    // Between two sheets other work gets its turn: a bot that reads a new corpus goes on answering from the old one.
    await new Promise((done) => setImmediate(done))
  }
  return {
    sheets: results.flatMap((result) => (result.ok ? [result.sheet] : [])),
    faults: results.flatMap((result) => (result.ok ? [] : result.faults)),
  }
}

async function loadOne(
  folder: string,
  name: string,
  finders: Finders,
  known: FactSheet | undefined,
): Promise<ReadResult> {
  const fail = (line: number, message: string, cure: string) =>
    ({ ok: false, faults: [{ file: name, line, key: null, message, cure }] }) as const
  let bytes: Buffer
  try {
    bytes = await readFile(join(folder, name))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return fail(1, `can't be read (${code}).`, 'Give the bot the right to read it, or take it out of the folder.')
  }
  if (bytes.length === 0)
    return fail(1, 'the file is empty.', 'Add the text with `npm run corpus -- add`, or delete it.')
  if (bytes.length > MAX_SHEET_BYTES)
    return fail(
      1,
      `the file has ${(bytes.length / 1e6).toFixed(1)} MB, expected at most ${MAX_SHEET_BYTES / 1e6} MB.`,
      'Split it into one file a fact sheet.',
    )
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail(firstBadLine(bytes), 'is not UTF-8.', 'Save the file as UTF-8, or add it again from its source.')
  }
  if (known?.text === text) return { ok: true, sheet: known }
  const result = readSheet(name, text, finders)
  if (result.ok && result.sheet.passages.length === 0)
    return fail(1, 'there is no text after the front matter.', 'Add the source’s text, or delete the file.')
  return result
}

/** The line in which the first byte stands that is not UTF-8. */
function firstBadLine(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    line += 1
    start = end
  }
  return 1
}
