/**
 * `npm run licences`: under which licences the packages stand that this program runs with, read from the lock file.
 * Exit status 1 where one is not among those that allow any use with a notice; what only tests use is listed, not judged.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** SPDX identifiers. MPL-2.0 and the fonts' licence ask for their own files' sources only, which npm brings along. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
])
/** Packages whose licence has no SPDX identifier where npm looks for it, looked at by a person: what it says. */
const READ: Readonly<Record<string, string>> = {
  'dejavu-fonts-ttf': 'Bitstream Vera and public domain: free to use, embed and pass on',
  duck: 'two clauses of BSD, in its file LICENSE',
  format: 'MIT, in its Readme.md and source',
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const packages = z.record(z.string(), z.looseObject({ license: z.string().optional(), dev: z.boolean().optional() }))

/** An expression holds when one side of every OR, and both of every AND, are allowed. */
function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '')
  return bare.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((one) => ALLOWED.has(one)))
}

const lock = z.object({ packages }).parse(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')))
const counts = new Map<string, number>()
const wrong: string[] = []
for (const [path, { license, dev = false }] of Object.entries(lock.packages)) {
  if (path === '') continue
  const name = path.replace(/^.*node_modules\//, '')
  const told = license ?? 'none named'
  const key = `${told}${dev ? ' (tests only)' : ''}`
  counts.set(key, (counts.get(key) ?? 0) + 1)
  if (!dev && !(name in READ) && !isAllowed(told)) wrong.push(`${name}: ${told}`)
}
for (const [key, count] of [...counts].sort(([, one], [, other]) => other - one))
  process.stdout.write(`${count}\t${key}\n`)
for (const [name, says] of Object.entries(READ)) process.stdout.write(`\t${name}: ${says}\n`)
if (wrong.length > 0) process.stderr.write(`Not among the allowed licences:\n${wrong.join('\n')}\n`)
process.exitCode = wrong.length > 0 ? 1 : 0
