/** `corpus add` as a person sees it: per file what was written, the furniture with its lines, and the warnings. */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { changesOnly, diffLines } from '#src/corpus/diff.ts'
import { faultLine } from '#src/corpus/fault.ts'
import { type Added, type AddOptions, addSources, type Failed } from '#src/corpus/import/add.ts'
import { type Facts, readFacts } from '#src/corpus/import/facts.ts'
import { Sandbox } from '#src/corpus/import/sandbox.ts'
import { MAX_SOURCE_BYTES, type Source, sourcesOf } from '#src/corpus/import/sources.ts'
import { fetchPage } from '#src/corpus/import/web/fetch.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'
import { print } from './print.ts'
import { showProgress } from './progress.ts'

export interface AddCall {
  readonly folder: string
  readonly factsFile: string | null
  readonly yes: boolean
  /** Whether addresses of private networks may be fetched. */
  readonly allowPrivate: boolean
}

/** Adds what `paths` name; without `yes` it proposes, and writes only what a person at a terminal agrees to. */
export async function runAdd(paths: readonly string[], call: AddCall): Promise<number> {
  const facts = await factsOf(call.factsFile)
  if (facts === null) return 2
  const limits = { allowPrivate: call.allowPrivate, time: FETCH_TIME, bytes: MAX_SOURCE_BYTES }
  const { sources, failed } = await sourcesOf(paths, (url) => fetchPage(url, limits))
  const sandbox = new Sandbox()
  try {
    return await add(sources.map(onceReceived), failed, { ...call, facts, sandbox })
  } finally {
    await sandbox.close()
  }
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

async function add(
  sources: readonly Source[],
  failed: readonly Failed[],
  call: AddCall & { readonly facts: ReadonlyMap<string, Facts>; readonly sandbox: Sandbox },
): Promise<number> {
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
  const changing = new Set(results.filter(({ change }) => change !== 'unchanged').map(({ source }) => source))
  const proposed = sources.filter(({ label }) => changing.has(label))
  if (call.yes || proposed.length === 0) return failures > 0 ? 1 : 0
  if (await agreed(proposed.length))
    for await (const result of addSources(proposed, { ...options, write: true })) {
      if (!result.ok) failures += 1
      print(result.ok ? `${result.file}: written` : failureText(result), result.ok ? process.stdout : process.stderr)
    }
  else print('Nothing was written. To write it, call again with --yes.', process.stdout)
  return failures > 0 ? 1 : 0
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

function addedText(added: Added, written: boolean): string {
  const verb = { new: 'written', changed: 'written over the earlier text', unchanged: 'unchanged' }[added.change]
  const proposed = added.change === 'unchanged' || written ? verb : `proposed (${added.change})`
  const head = added.text.slice(4, added.text.indexOf('\n---\n', 4))
  return [
    `${added.source} → ${added.file}: ${proposed}`,
    ...head.split('\n').map((line) => `    ${line}`),
    ...(written ? [] : changesFrom(added)),
    ...added.furniture.map((line) => `  removed line ${line.line} (${line.reason}): ${short(line.text)}`),
    ...added.warnings.map((warning) => `  warning: ${warning}`),
  ].join('\n')
}

/** What would change in a file that is there; of a new one, all of its body. */
function changesFrom(added: Added): string[] {
  if (added.before === null)
    return added.text
      .slice(added.text.indexOf('\n---\n', 4) + 6)
      .trimEnd()
      .split('\n')
      .map((line) => `  + ${line}`)
  return changesOnly(diffLines(added.before, added.text)).map((line) => `  ${line}`)
}

const failureText = (failed: Failed): string => `${failed.source}: not added: ${failed.message} Cure: ${failed.cure}`

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text)

async function agreed(count: number): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await asking.question(
    `Write ${count === 1 ? 'this fact sheet' : `these ${count} fact sheets`}? [y/N] `,
  )
  asking.close()
  return /^y(?:es)?$/i.test(answer.trim())
}
