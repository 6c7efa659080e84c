/** Sources and links that can no longer be reached, asked of a site of the test's own. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { addressesOf } from '#src/corpus/check/addresses.ts'
import { checkOnline } from '#src/corpus/check/online.ts'
import { reach } from '#src/corpus/import/web/reach.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { readSheet } from '#src/corpus/read.ts'

let servers: Server[] = []
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers = []
})

type Page = (response: ServerResponse, method: string) => void

const answer =
  (status: number, location?: string): Page =>
  (response) =>
    response.writeHead(status, location === undefined ? {} : { location }).end('x'.repeat(status === 200 ? 100_000 : 0))

/** A site that keeps what it was asked, and how many questions it had at once at most. */
async function site(pages: Readonly<Record<string, Page>>) {
  const seen = { asked: [] as string[], open: 0, most: 0 }
  const server = createServer((request, response) => {
    seen.asked.push(`${request.method} ${request.url}`)
    seen.open += 1
    seen.most = Math.max(seen.most, seen.open)
    response.on('close', () => {
      seen.open -= 1
    })
    const page = pages[request.url ?? ''] ?? answer(404)
    page(response, request.method ?? '')
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { seen, at: (path: string) => `http://127.0.0.1:${port}${path}` }
}

function sheet(id: string, url: string | null, body = 'The courts were opened.'): FactSheet {
  const front = url === null ? '' : `url: ${url}\n`
  const read = readSheet(`${id}.md`, `---\ntitle: A\n${front}countries: []\n---\n\n${body}\n`, {
    places: () => [],
    topics: () => [],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.sheet
}

const check = (sheets: readonly FactSheet[], time = 2000) =>
  checkOnline(sheets, { reach: (url) => reach(url, { allowPrivate: true, time }), pause: 0 })

describe('a source’s address', () => {
  test.each<[string, Page, unknown[]]>([
    ['is there', answer(200), []],
    ['is there, though the site gives no heads', (r, method) => answer(method === 'GET' ? 200 : 405)(r, method), []],
    ['is elsewhere for now', answer(302, '/new'), []],
    [
      'has moved for good',
      answer(301, '/new'),
      [{ level: 'note', rule: 'address-moved', message: expect.stringMatching(/moved for good to http\S+\/new\./) }],
    ],
    [
      'is missing',
      answer(404),
      [{ level: 'warning', rule: 'address-gone', message: expect.stringMatching(/leads nowhere.*404/) }],
    ],
    ['has moved to nothing', answer(301, '/missing'), [{ level: 'warning', rule: 'address-gone' }]],
    ['is for people only', answer(403), [{ level: 'note', rule: 'address-closed' }]],
    [
      'fails',
      answer(500),
      [{ level: 'warning', rule: 'address-not-reached', message: expect.stringMatching(/answered 500/) }],
    ],
    [
      'leads in a circle',
      answer(302, '/page'),
      [{ level: 'warning', rule: 'address-not-reached', message: expect.stringMatching(/redirects/) }],
    ],
    ['leads to a file', answer(302, 'file:///etc/passwd'), [{ level: 'warning', rule: 'address-refused' }]],
    ['hangs up', (response) => response.destroy(), [{ level: 'warning', rule: 'address-not-reached' }]],
  ])('that %s', async (_name, page, findings) => {
    const { at } = await site({ '/page': page, '/new': answer(200) })
    const found = await check([sheet('courts', at('/page'))])
    expect(found).toEqual(
      findings.map((finding) =>
        expect.objectContaining({ file: 'courts.md', line: 3, cure: expect.stringMatching(/\w/), ...Object(finding) }),
      ),
    )
  })

  test('that never answers is given up after its time', async () => {
    const { at } = await site({ '/page': () => undefined })
    expect(await check([sheet('courts', at('/page'))], 200)).toMatchObject([
      { rule: 'address-not-reached', message: expect.stringMatching(/no answer within 0\.2 seconds/) },
    ])
  })

  test('where nobody listens is told as that', async () => {
    const { at } = await site({})
    const [server] = servers.splice(0)
    await new Promise((done) => server?.close(done))
    expect(await check([sheet('courts', at('/page'))])).toMatchObject([
      { rule: 'address-not-reached', message: expect.stringMatching(/ECONNREFUSED/) },
    ])
  })

  test.each([
    ['with a password', 'http://user:secret@example.org/', /name or password/],
    ['of a private network', 'http://127.0.0.1:1/', /private network.*--allow-private/],
    ['of a private network by name', 'http://localhost:1/', /private network/],
  ])('%s is not asked for', async (_name, url, message) => {
    const strict = (asked: string) => reach(asked, { allowPrivate: false, time: 2000 })
    expect(await checkOnline([sheet('courts', null, `See <${url}> for more.`)], { reach: strict })).toMatchObject([
      { level: 'warning', rule: 'address-refused', line: 6, message: expect.stringMatching(message) },
    ])
  })
})

describe('the addresses of a sheet', () => {
  test('are its source and the links of its text, each once, with their lines', () => {
    const body = `# A

See http://example.org/a\\_b (or [there](https://example.org/c_(d) "x"), <https://example.org/e>).
Not mailto:a@b.org, nor [inside](#a).

- More (at http://example.org/f). And http://[bad, again http://example.org/a_b.

[1]: http://example.org/g`
    expect(
      addressesOf(sheet('a', 'http://example.org/', body)).map(({ url, line, kind }) => [line, kind, url]),
    ).toEqual([
      [3, 'source', 'http://example.org/'],
      [9, 'link', 'http://example.org/a_b'],
      [9, 'link', 'https://example.org/c_(d)'],
      [9, 'link', 'https://example.org/e'],
      [12, 'link', 'http://example.org/f'],
      [12, 'link', 'http://[bad'],
      [14, 'link', 'http://example.org/g'],
    ])
  })
  test('that are malformed are told with their line', async () => {
    expect(await check([sheet('a', null, 'The courts.\n\nSee http://[bad for more.')])).toMatchObject([
      {
        level: 'warning',
        file: 'a.md',
        line: 8,
        rule: 'address-refused',
        message: expect.stringMatching(/no address/),
      },
    ])
  })
})

describe('a site', () => {
  test('is asked one thing at a time, each address once however many sheets give it', async () => {
    const slow: Page = async (response) => {
      await sleep(20)
      answer(404)(response, '')
    }
    const { at, seen } = await site({ '/a': slow, '/b': slow, '/c': slow })
    const other = await site({ '/a': slow })
    const found = await check([
      sheet('one', at('/a'), `See ${at('/b')}.`),
      sheet('two', at('/a'), `See ${at('/c')} and ${other.at('/a')}.`),
    ])
    expect(found.map(({ file, line }) => `${file}:${line}`).sort()).toEqual([
      'one.md:3',
      'one.md:7',
      'two.md:3',
      'two.md:7',
      'two.md:7',
    ])
    expect(seen.asked).toEqual(['/a', '/b', '/c'].flatMap((path) => [`HEAD ${path}`, `GET ${path}`]))
    expect(seen.most).toBe(1)
  })
  test('that gives no connection is soon left alone, and every address is told', async () => {
    const asked: string[] = []
    const silent = async (url: string) => {
      asked.push(url)
      return { state: 'failed', why: 'no connection (ETIMEDOUT)', silent: true } as const
    }
    const sheets = Array.from({ length: 6 }, (_, index) => sheet(`s${index}`, `http://example.org/${index}`))
    const steps: string[] = []
    const found = await checkOnline(sheets, {
      reach: silent,
      pause: 0,
      onProgress: (done, all) => steps.push(`${done}/${all}`),
    })
    expect(asked).toHaveLength(3)
    expect(found.map(({ rule }) => rule)).toEqual(Array(6).fill('address-not-reached'))
    expect(found[5]?.message).toMatch(/not asked/)
    expect(steps.at(-1)).toBe('6/6')
  })
})
