/** `corpus add` as a person sees it: per file what was written, the furniture with its lines, and the warnings. */
import { readFile } from 'node:fs/promises'
import { faultLine } from '#src/corpus/fault.ts'
import { type Added, type AddOptions, addSources, type Failed } from '#src/corpus/import/add.ts'
import { type Facts, readFacts } from '#src/corpus/import/facts.ts'
import { Sandbox } from '#src/corpus/import/sandbox.ts'
import { isAddress, MAX_SOURCE_BYTES, type Source, sourcesOf } from '#src/corpus/import/sources.ts'
import { fetchPage } from '#src/corpus/import/web/fetch.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'
import { addedText, failureText, frontText } from './corpus-add-text.ts'
import { agrees, askFor, type Person, personAt } from './corpus-ask.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'

export interface AddCall {
  readonly folder: string
  readonly factsFile: string | null
  readonly yes: boolean
  /** Whether addresses of private networks may be fetched. */
  readonly allowPrivate: boolean
}

interface Adding extends Omit<AddCall, 'factsFile'> {
  readonly facts: ReadonlyMap<string, Facts>
  readonly sandbox: Sandbox
}

/** Adds what `paths` name; without `yes` it proposes, and writes only what a person at a terminal agrees to. */
export async function runAdd(paths: readonly string[], call: AddCall): Promise<number> {
  const facts = await factsOf(call.factsFile)
  if (facts === null) return 2
  const limits = { allowPrivate: call.allowPrivate, time: FETCH_TIME, bytes: MAX_SOURCE_BYTES }
  const { sources, failed } = await sourcesOf(paths, (url) => fetchPage(url, limits))
  const unused = unusedFacts(facts, sources)
  if (unused.length > 0)
    print(`corpus: ${call.factsFile} also tells of ${unused.join(', ')}, which is not added now.`, process.stderr)
  const sandbox = new Sandbox()
  try {
    return await add(call.yes ? sources : sources.map(onceReceived), failed, { ...call, facts, sandbox })
  } finally {
    await sandbox.close()
  }
}

/** Names in the facts file that no source has: often one that was mistyped. An address tells its name only when asked. */
function unusedFacts(facts: ReadonlyMap<string, Facts>, sources: readonly Source[]): string[] {
  if (sources.some(({ label }) => isAddress(label))) return []
  const names = new Set(sources.flatMap(({ label, name }) => [label, name]))
  return [...facts.keys()].filter((name) => !names.has(name))
}

/** Milliseconds for one address, redirects included. */
const FETCH_TIME = 30_000

/** A source that is proposed and then written is received once: what was shown is what is written. */
function onceReceived(source: Source): Source {
  let received: ReturnType<Source['receive']> | null = null
  return {
    ...source,
    receive: () => {
      received ??= source.receive()
      return received
    },
  }
}

async function add(sources: readonly Source[], failed: readonly Failed[], call: Adding): Promise<number> {
  for (const failure of failed) print(failureText(failure), process.stderr)
  const options: AddOptions = {
    folder: call.folder,
    facts: call.facts,
    sandbox: call.sandbox,
    keepOriginals: true,
    countries: { find: (text) => findPlaces(text), name: countryName },
    today: new Date().toISOString().slice(0, 10),
    write: call.yes,
  }
  let failures = failed.length
  let done = 0
  const results: Added[] = []
  for await (const result of addSources(sources, options)) {
    done += 1
    showProgress(done, sources.length)
    if (result.ok) {
      results.push(result)
      print(addedText(result, call.yes), process.stdout)
    } else {
      failures += 1
      print(failureText(result), process.stderr)
    }
  }
  const changing = new Map(results.filter(({ change }) => change !== 'unchanged').map((added) => [added.source, added]))
  const proposed = sources.filter(({ label }) => changing.has(label))
  if (call.yes || proposed.length === 0) return failures > 0 ? 1 : 0
  const person = atTerminal()
  try {
    const told = person === null ? new Map<string, Facts>() : await askAbout([...changing.values()], person)
    if (person !== null && told.size > 0)
      for await (const result of addSources(proposed, { ...options, told }))
        if (result.ok && told.has(result.source)) print(`${result.file}:\n${frontText(result)}`, process.stdout)
    if (person === null || !(await agrees(proposed.length, person)))
      print('Nothing was written. To write it, call again with --yes.', process.stdout)
    else
      for await (const result of addSources(proposed, { ...options, told, write: true })) {
        if (!result.ok) failures += 1
        print(result.ok ? `${result.file}: written` : failureText(result), result.ok ? process.stdout : process.stderr)
      }
  } finally {
    person?.leave()
  }
  return failures > 0 ? 1 : 0
}

/** Null where nobody reads what is asked, or nobody could answer. */
const atTerminal = (): Person | null =>
  process.stdin.isTTY && process.stdout.isTTY ? personAt(process.stdin, process.stdout) : null

/** What a person adds to what the texts say, by source. */
async function askAbout(proposed: readonly Added[], person: Person): Promise<Map<string, Facts>> {
  const told = new Map<string, Facts>()
  for (const added of proposed) {
    const facts = await askFor(added, person)
    if (Object.keys(facts).length > 0) told.set(added.source, facts)
  }
  return told
}

async function factsOf(file: string | null): Promise<ReadonlyMap<string, Facts> | null> {
  if (file === null) return new Map()
  let yaml: string
  try {
    yaml = await readFile(file, 'utf8')
  } catch {
    print(`corpus: the facts file ${file} cannot be read.`, process.stderr)
    return null
  }
  const read = readFacts(file, yaml)
  if (read.ok) return read.facts
  print(read.faults.map(faultLine).join('\n'), process.stderr)
  return null
}
