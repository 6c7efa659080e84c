import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const PROGRAM = new URL('../../src/cli/corpus.ts', import.meta.url).pathname
const PAGES = new URL('../corpus/import/pages', import.meta.url).pathname

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'corpus-'))
})
afterEach(() => rm(root, { recursive: true }))

function corpus(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { cwd: root }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err })
    })
  })
}

describe('corpus add', () => {
  test('writes a folder of texts, and says what it removed and could not tell', async () => {
    const { status, out } = await corpus('add', '--yes', '--corpus', 'sheets', PAGES)
    expect(status).toBe(0)
    const written = await readdir(join(root, 'sheets'))
    const texts = await readdir(PAGES)
    expect(written.filter((name) => name.endsWith('.md'))).toHaveLength(texts.length)
    const index = JSON.parse(await readFile(join(root, 'sheets/originals/index.json'), 'utf8'))
    expect(Object.keys(index)).toHaveLength(texts.length)
    expect(await readFile(join(root, 'sheets/originals/regional.txt'))).toEqual(
      await readFile(join(PAGES, 'regional.txt')),
    )
    expect(out).toContain('removed line 5 (breadcrumbs): Home > Under Secretary')
    expect(out).toContain('warning: no address (url) is known')
    const checked = await corpus('check', '--corpus', 'sheets', '--json')
    expect(checked.status).toBe(1)
    const findings: { level: string; file: string; rule: string }[] = JSON.parse(checked.out)
    expect(findings.filter(({ level }) => level === 'error')).toMatchObject([
      { file: 'regional.md', rule: 'no-publisher' },
    ])
    expect(findings).toContainEqual(expect.objectContaining({ file: 'summary-2018.md', rule: 'printed-twice' }))
  })

  test('without --yes and without a terminal shows a proposal and writes nothing', async () => {
    const { status, out } = await corpus('add', '--corpus', 'sheets', join(PAGES, 'regional.txt'))
    expect(status).toBe(0)
    expect(out).toMatch(/title: West Africa[\s\S]*Nothing was written.*--yes/)
    expect(await readdir(root)).toEqual([])
  })

  test('says which names of the facts file no source has', async () => {
    await writeFile(join(root, 'facts.yaml'), 'regional.txt:\n  date: 2011\nregoinal.txt:\n  date: 2012\n')
    const { status, err } = await corpus('add', '--yes', '--facts', 'facts.yaml', join(PAGES, 'regional.txt'))
    expect(status).toBe(0)
    expect(err).toBe('corpus: facts.yaml also tells of regoinal.txt, which is not added now.\n')
  })

  test('adds the good file, names the bad one, and ends with 1', async () => {
    await writeFile(join(root, 'bad.txt'), '')
    const { status, err } = await corpus('add', '--yes', 'bad.txt', join(PAGES, 'regional.txt'))
    expect(status).toBe(1)
    expect(err).toMatch(/bad\.txt: not added: empty.*Cure:/)
    expect(await readFile(join(root, 'corpus/regional.md'), 'utf8')).toContain('West Africa')
  })

  test('says which key of the facts file is wrong', async () => {
    await writeFile(join(root, 'facts.yaml'), 'regional.txt:\n  adress: http://x.org\n')
    const { status, err } = await corpus('add', '--yes', '--facts', 'facts.yaml', join(PAGES, 'regional.txt'))
    expect(status).toBe(2)
    expect(err).toMatch(/facts\.yaml:2: adress: an unknown key, expected one of/)
    expect(await readdir(root)).toEqual(['facts.yaml'])
  })
})

describe('corpus check', () => {
  test('ends with 1 and file, line and cure where a sheet cannot be read', async () => {
    await writeFile(join(root, 'a.md'), '---\ntitle: A\ncountries: [ZZ]\n---\nText.\n')
    const { status, out } = await corpus('check', '--corpus', '.')
    expect(status).toBe(1)
    expect(out).toMatch(/a\.md:3 {2}error[\s\S]*ZZ[\s\S]*Cure:[\s\S]*1 error,/)
  })
  test('asks with --online whether the sources still stand there', async () => {
    const server = createServer((_request, response) => response.writeHead(404).end())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/page`
    await writeFile(join(root, 'a.md'), `---\ntitle: A\nurl: ${url}\npublisher: P\ncountries: []\n---\nText.\n`)
    const found = async (...args: string[]) => {
      const { status, out } = await corpus('check', '--corpus', '.', '--json', ...args)
      expect(status).toBe(0)
      const findings: { rule: string; line: number }[] = JSON.parse(out)
      return findings.filter(({ rule }) => rule.startsWith('address')).map(({ rule, line }) => `${line} ${rule}`)
    }
    expect(await found()).toEqual([])
    expect(await found('--online')).toEqual(['3 address-refused'])
    expect(await found('--online', '--allow-private')).toEqual(['3 address-gone'])
    server.close()
  })
  test('ends with 1 where there is no such folder', async () => {
    expect(await corpus('check', '--corpus', 'nowhere')).toMatchObject({
      status: 1,
      out: expect.stringMatching(/nowhere/),
    })
  })
})

test.each([[[]], [['add']], [['add', '--force', 'x']], [['check', 'x']], [['frobnicate']]])(
  'a wrong call %j ends with 2 and the usage',
  async (args) => {
    expect(await corpus(...args)).toMatchObject({ status: 2, out: '', err: expect.stringMatching(/Usage:/) })
  },
)
