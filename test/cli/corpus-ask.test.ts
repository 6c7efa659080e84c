/** What a page leaves open is asked where somebody can answer, and left for the check where nobody can. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askFor, personAt } from '#src/cli/corpus-ask.ts'
import { readFrontMatter } from '#src/corpus/front-matter.ts'
import type { Added } from '#src/corpus/import/add.ts'

const PROGRAM = new URL('../../src/cli/corpus.ts', import.meta.url).pathname
/** Untitled, undated, from nobody, about no country. */
const BARE = 'the courts were given forty computers, and the ministry paid for the desks they stand on today.\n'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'ask-'))
  await writeFile(join(root, 'page.txt'), BARE)
})
afterEach(() => rm(root, { recursive: true }))

/** At a terminal of its own, made by util-linux; each answer is typed when its question is read. */
function atTerminal(answers: readonly (readonly [question: string, answer: string])[]): Promise<string> {
  return new Promise((done, fail) => {
    const command = `'${process.execPath}' '${PROGRAM}' add --corpus corpus page.txt`
    const script = spawn('script', ['--quiet', '--return', '--flush', '--command', command, '/dev/null'], { cwd: root })
    let screen = ''
    let read = 0
    const left = [...answers]
    script.stdout.on('data', (piece: Buffer) => {
      screen += piece.toString('utf8')
      for (let next = left[0]; next !== undefined; next = left[0]) {
        const at = screen.indexOf(next[0], read)
        if (at === -1) return
        read = at + next[0].length
        left.shift()
        script.stdin.write(next[1])
      }
    })
    script.on('error', fail)
    script.on('close', () => done(screen))
  })
}

const terminals = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false

describe.runIf(terminals)('at a terminal', () => {
  test('what the page leaves open is asked, and the answers are written', async () => {
    const screen = await atTerminal([
      ['Title', 'Help for the Courts\r'],
      ['Publisher', 'Ministry of Justice: Courts\r'],
      ['Date', 'yesterday\r'],
      ['`yesterday` is no date', 'March 4, 2011\r'],
      ['Countries', 'Gorgia and ML\r'],
      ['Write this fact sheet?', 'y\r'],
    ])
    expect(screen).toContain('page.md: written')
    const text = await readFile(join(root, 'corpus/page.md'), 'utf8')
    expect(text.endsWith(`\n---\n\n${BARE}`)).toBe(true)
    expect(readFrontMatter('page.md', text)).toMatchObject({
      meta: {
        title: 'Help for the Courts',
        publisher: 'Ministry of Justice: Courts',
        date: '2011-03-04',
        countries: ['GE', 'ML'],
      },
    })
  })

  test('an empty answer leaves it open; without a yes nothing is written', async () => {
    const screen = await atTerminal([
      ['Title', '\r'],
      ['Publisher', '\r'],
      ['Date', '\r'],
      ['Countries', '\r'],
      ['Write this fact sheet?', '\r'],
    ])
    expect(screen).toContain('Nothing was written.')
    expect(await readdir(root)).toEqual(['page.txt'])
  })

  test('whoever closes the terminal’s input has answered enough', async () => {
    expect(await atTerminal([['Title', '\u0004']])).toContain('Nothing was written.')
    expect(await readdir(root)).toEqual(['page.txt'])
  })
})

describe('a person', () => {
  const added = (untold: Added['untold']): Added => ({
    ok: true,
    source: 'page.txt',
    file: 'page.md',
    change: 'new',
    text: '',
    front: { title: 'the courts', countries: [] },
    before: null,
    furniture: [],
    warnings: [],
    untold,
  })
  function person(typed: string) {
    const input = new PassThrough()
    const output = new PassThrough()
    let screen = ''
    output.on('data', (piece) => {
      screen += piece
    })
    input.end(typed)
    return { person: personAt(input, output), screen: () => screen }
  }

  test('is asked only for what is untold, in order', async () => {
    const { person: at, screen } = person('P\nMali; Chad\n')
    expect(await askFor(added(['publisher', 'countries']), at)).toEqual({ publisher: 'P', countries: ['ML', 'TD'] })
    expect(screen()).toMatch(/^page\.txt:\n[\s\S]*Publisher[\s\S]*Countries/)
    expect(screen()).not.toMatch(/Title|Date/)
  })
  test('is asked nothing where all is told', async () => {
    const { person: at, screen } = person('')
    expect(await askFor(added([]), at)).toEqual({})
    expect(screen()).toBe('')
  })
  test('is asked again, with what may be meant', async () => {
    const { person: at, screen } = person('Congo\nCG\n')
    expect(await askFor(added(['countries']), at)).toEqual({ countries: ['CG'] })
    expect(screen()).toMatch(/“Congo” is no country\. Is it .*Congo.* or .*Congo/)
  })
  test('who leaves keeps what was answered before', async () => {
    const { person: at } = person('A title\n')
    expect(await askFor(added(['title', 'publisher', 'date']), at)).toEqual({ title: 'A title' })
  })
})
