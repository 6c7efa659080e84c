/** `corpus list`, `show`, `diff`, `rename` and `remove` as a person or a script reads them. */
import { changesOnly, diffLines } from '#src/corpus/diff.ts'
import { faultLine } from '#src/corpus/fault.ts'
import { CorpusError, type Loaded, loadSheets } from '#src/corpus/load.ts'
import { type Managed, removeSheet, renameSheet } from '#src/corpus/manage.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { print } from './print.ts'
import { asText } from './table.ts'

/** Neither places nor topics play a part in what is shown here. */
async function load(folder: string): Promise<Loaded> {
  const loaded = await loadSheets(folder, { places: () => [], topics: () => [] }).catch((error: unknown) => {
    if (error instanceof CorpusError) return { sheets: [], faults: error.faults }
    throw error
  })
  for (const fault of loaded.faults) print(faultLine(fault), process.stderr)
  return loaded
}

/** Every sheet in a line; with `json` an array of the same. */
export async function runList(folder: string, json: boolean): Promise<number> {
  const { sheets, faults } = await load(folder)
  if (json) {
    const rows = sheets.map(({ id, file, meta, passages }) => ({ id, file, ...meta, passages: passages.length }))
    print(JSON.stringify(rows, null, 2), process.stdout)
  } else {
    const rows = sheets.map((sheet) => [
      sheet.id,
      dated(sheet),
      sheet.meta.countries.join(' ') || '–',
      sheet.meta.title,
    ])
    const title = `${sheets.length} fact sheet${sheets.length === 1 ? '' : 's'} in ${folder}`
    print(asText({ title, columns: ['id', 'date', 'countries', 'title'], rows, notes: [] }), process.stdout)
  }
  return faults.length > 0 ? 1 : 0
}

const dated = ({ meta }: FactSheet): string =>
  meta.date ?? (meta.notBefore === null ? 'undated' : `after ${meta.notBefore}`)

/** The file as it stands. */
export async function runShow(folder: string, id: string): Promise<number> {
  const sheet = await find(folder, id)
  if (sheet === null) return 1
  print(sheet.text.trimEnd(), process.stdout)
  return 0
}

/** What changed from one sheet to the other: 0 where nothing did, 1 where something did, as `diff` has it. */
export async function runDiff(folder: string, from: string, to: string): Promise<number> {
  const [before, after] = [await find(folder, from), await find(folder, to)]
  if (before === null || after === null) return 2
  const lines = diffLines(before.text, after.text)
  const changed = lines.some(({ sign }) => sign !== ' ')
  const text = changed ? changesOnly(lines).join('\n') : 'The two texts are the same.'
  print(`--- ${before.file}\n+++ ${after.file}\n${text}`, process.stdout)
  return changed ? 1 : 0
}

export async function runRename(folder: string, from: string, to: string): Promise<number> {
  return told(await renameSheet(folder, bare(from), bare(to), (await load(folder)).sheets), `${bare(to)}.md: renamed`)
}

export async function runRemove(folder: string, id: string): Promise<number> {
  return told(await removeSheet(folder, bare(id), (await load(folder)).sheets), `${bare(id)}.md: removed`)
}

function told(managed: Managed, done: string): number {
  if (!managed.ok) {
    print(`corpus: ${managed.message}`, process.stderr)
    return 1
  }
  print([done, ...managed.notes.map((note) => `  note: ${note}`)].join('\n'), process.stdout)
  return 0
}

async function find(folder: string, id: string): Promise<FactSheet | null> {
  const sheet = (await load(folder)).sheets.find((candidate) => candidate.id === bare(id)) ?? null
  if (sheet === null) print(`corpus: there is no readable fact sheet ${JSON.stringify(id)}.`, process.stderr)
  return sheet
}

/** A person may type the file's name. */
const bare = (id: string): string => id.replace(/\.md$/, '')
