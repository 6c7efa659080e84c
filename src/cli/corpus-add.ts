/** `corpus add` as a person sees it: per file what was written, the furniture with its lines, and the warnings. */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { faultLine } from '#src/corpus/fault.ts'
import { type Added, type AddOptions, addSources, type Failed, sourcesOf } from '#src/corpus/import/add.ts'
import { type Facts, readFacts } from '#src/corpus/import/facts.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'
import { print } from './print.ts'

export interface AddCall {
  readonly folder: string
  readonly factsFile: string | null
  readonly yes: boolean
}

/** Adds what `paths` name; without `yes` it proposes, and writes only what a person at a terminal agrees to. */
export async function runAdd(paths: readonly string[], call: AddCall): Promise<number> {
  const facts = await factsOf(call.factsFile)
  if (facts === null) return 2
  const { sources, failed } = await sourcesOf(paths)
  for (const failure of failed) print(failureText(failure), process.stderr)
  const options: AddOptions = {
    folder: call.folder,
    facts,
    countries: { find: (text) => findPlaces(text), name: countryName },
    today: new Date().toISOString().slice(0, 10),
    write: call.yes,
  }
  let failures = failed.length
  const results: Added[] = []
  for await (const result of addSources(sources, options)) {
    if (result.ok) {
      results.push(result)
      print(addedText(result, call.yes), process.stdout)
    } else {
      failures += 1
      print(failureText(result), process.stderr)
    }
  }
  const proposed = results.filter((result) => result.change !== 'unchanged').map((result) => result.source)
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
    ...added.furniture.map((line) => `  removed line ${line.line} (${line.reason}): ${short(line.text)}`),
    ...added.warnings.map((warning) => `  warning: ${warning}`),
  ].join('\n')
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
