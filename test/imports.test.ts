/**
 * Who may import whom. Data goes one way through the house: corpus → search → answer → reply → discord and the other
 * surfaces; a room that reaches back makes a circle that nobody can change.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What puts the parts together may reach any of them. */
const EVERY_ROOM = [
  'corpus',
  'cite',
  'search',
  'answer',
  'reply',
  'store',
  'database',
  'discord',
  'preview',
  'commands',
  'config',
]

/** For each room the rooms it may import from, itself always. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  corpus: ['search/analysis', 'search/spelling'],
  database: [],
  cite: ['corpus', 'search/analysis', 'search/spelling'],
  search: ['corpus', 'database'],
  answer: ['corpus', 'search', 'cite', 'database'],
  store: ['cite', 'database'],
  reply: ['corpus', 'cite', 'answer', 'store'],
  discord: ['corpus', 'cite', 'answer', 'reply', 'store', 'search', 'database', 'commands/command'],
  commands: ['corpus', 'cite', 'search', 'answer', 'reply', 'store'],
  preview: ['discord'],
  cli: ['test', 'main/knowledge', ...EVERY_ROOM],
  main: EVERY_ROOM,
  config: ['database/address'],
}
/** These rooms know nothing of Discord. */
const WITHOUT_DISCORD = new Set(['corpus', 'search', 'answer', 'cite', 'store', 'database'])

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}

/** `src/search/rank.ts` is `search/rank`, `commands/ask.ts` is `commands/ask`. */
const nameOf = (file: string): string => file.replace(/^src\//, '').replace(/\.ts$/, '')
const roomOf = (name: string): string => name.split('/')[0] ?? name

interface Import {
  readonly from: string
  readonly to: string
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:[^'"]*?\bfrom\s*)?['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? '')
}

function resolved(file: string, specifier: string): string | null {
  if (specifier.startsWith('#src/')) return nameOf(`src/${specifier.slice(5)}`)
  if (specifier.startsWith('#commands/')) return nameOf(`commands/${specifier.slice(10)}`)
  if (!specifier.startsWith('.')) return null
  return nameOf(relative(root, resolve(join(root, dirname(file)), specifier)))
}

const files = [...filesUnder('src'), ...filesUnder('commands')]
const imports: readonly Import[] = files.flatMap((file) =>
  importsOf(file).flatMap((specifier) => {
    const to = resolved(file, specifier)
    return to === null ? [] : [{ from: nameOf(file), to }]
  }),
)

describe('the rooms of the house', () => {
  it('finds the imports there are', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(files.length)
  })

  it('import only from the rooms before them', () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from)
      if (room === roomOf(to)) return false
      const allowed = ALLOWED[room]
      return allowed === undefined || !allowed.some((prefix) => to === prefix || to.startsWith(`${prefix}/`))
    })
    expect(wrong).toEqual([])
  })

  it('know nothing of Discord before the reply', () => {
    const knowing = files.filter(
      (file) => WITHOUT_DISCORD.has(roomOf(nameOf(file))) && importsOf(file).some((name) => /discord/.test(name)),
    )
    expect(knowing).toEqual([])
  })

  it('read the environment in one place', () => {
    const reading = files.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))
    expect(reading).toEqual(['src/config.ts'])
  })
})
