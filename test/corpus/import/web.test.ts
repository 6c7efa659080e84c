import { createServer, type Server, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { isPrivate } from '#src/corpus/import/web/address.ts'
import { fetchPage } from '#src/corpus/import/web/fetch.ts'
import { mayFetch } from '#src/corpus/import/web/robots.ts'

const LIMITS = { allowPrivate: true, time: 5000, bytes: 10_000 }
const PAGE = '<!doctype html><h1>Courts</h1><p>The courts were opened.</p>'
let server: Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A site of its own, robots.txt included; what it was asked for, in order, with who asked. */
async function site(pages: Readonly<Record<string, (response: ServerResponse) => void>>) {
  const asked: string[] = []
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['user-agent']?.split(/[/ ]/)[0]}`)
    const page = pages[request.url ?? '']
    if (page === undefined) response.writeHead(404).end()
    else page(response)
  })
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return { asked, at: (path: string) => `http://127.0.0.1:${port}${path}` }
}
const html = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
const text = (body: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/plain' }).end(body)
const to = (location: string) => (response: ServerResponse) => response.writeHead(302, { location }).end()

describe('an address', () => {
  test('is fetched after its robots.txt, under the program’s own name', async () => {
    const { at, asked } = await site({ '/inl/haiti.htm': html })
    const page = await fetchPage(at('/inl/haiti.htm#top'), LIMITS)
    expect(page).toMatchObject({ ok: true, name: 'haiti.html', url: at('/inl/haiti.htm'), warnings: [] })
    expect(page.ok && Buffer.from(page.bytes).toString()).toBe(PAGE)
    expect(asked).toEqual(['/robots.txt footnote', '/inl/haiti.htm footnote'])
  })
  test('that redirects is followed, and each step is told', async () => {
    const { at } = await site({ '/old': to('/new/'), '/new/': html })
    expect(await fetchPage(at('/old'), LIMITS)).toMatchObject({
      ok: true,
      url: at('/new/'),
      name: 'new.html',
      warnings: [`${at('/old')} redirects to ${at('/new/')}`],
    })
  })
  test.each([
    ['redirects in a circle', { '/a': to('/a') }, /more than 5 redirects/],
    ['redirects to a file', { '/a': to('file:///etc/passwd') }, /http or https/],
    ['is missing', {}, /answered 404/],
    ['is too large', { '/a': text('x'.repeat(10_001)) }, /larger than 0\.01 MB/],
    [
      'is a picture',
      { '/a': (r: ServerResponse) => r.writeHead(200, { 'content-type': 'image/png' }).end('x') },
      /image\/png/,
    ],
    [
      'robots.txt asks not to fetch',
      { '/a': html, '/robots.txt': text('User-agent: *\nDisallow: /a') },
      /robots\.txt asks/,
    ],
    [
      'has a robots.txt that can’t be had',
      { '/a': html, '/robots.txt': (r: ServerResponse) => r.writeHead(503).end() },
      /robots\.txt answered 503/,
    ],
    ['hangs up', { '/a': (r: ServerResponse) => r.destroy() }, /could not be fetched/],
  ] as const)('that %s is refused', async (_name, pages, message) => {
    const { at } = await site(pages as Record<string, (response: ServerResponse) => void>)
    expect(await fetchPage(at('/a'), LIMITS)).toMatchObject({ ok: false, message: expect.stringMatching(message) })
  })
  test('that never ends is given up', async () => {
    const { at } = await site({
      '/a': (response) => response.writeHead(200, { 'content-type': 'text/plain' }).write('x'),
    })
    expect(await fetchPage(at('/a'), { ...LIMITS, time: 300 })).toMatchObject({
      ok: false,
      message: 'not received within 0.3 seconds.',
    })
  })
  test.each(['ftp://example.org/a', 'http://user:secret@example.org/', 'http://'])(
    'like %s is refused',
    async (address) => {
      expect(await fetchPage(address, LIMITS)).toMatchObject({ ok: false })
    },
  )
})

describe('a private network', () => {
  const strict = { ...LIMITS, allowPrivate: false }
  test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '169.254.169.254'])(
    'is not connected to at %s',
    async (host) => {
      const { at, asked } = await site({ '/a': html })
      const port = new URL(at('/')).port
      const page = await fetchPage(`http://${host}:${port}/a`, strict)
      expect(page).toMatchObject({ ok: false, message: expect.stringMatching(/private network.*--allow-private/) })
      expect(asked).toEqual([])
    },
  )
  test.each([
    ['8.8.8.8', false],
    ['2606:4700::1111', false],
    ['10.1.2.3', true],
    ['172.31.0.1', true],
    ['172.32.0.1', false],
    ['100.64.0.1', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['::ffff:10.0.0.1', true],
    ['64:ff9b::a00:1', true],
    ['no address', true],
  ])('has %s: %s', (address, inside) => {
    expect(isPrivate(address)).toBe(inside)
  })
})

describe('robots.txt', () => {
  const rules =
    'User-agent: other\nDisallow: /\n\nUser-agent: a\nUser-agent: *\nDisallow: /private # note\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow:\n'
  test.each([
    ['/', true],
    ['/private/x', false],
    ['/private/open/x', true],
    ['/a/b.pdf', false],
    ['/a/b.pdf?x', true],
  ])('%s may be fetched: %s', (path, may) => {
    expect(mayFetch(rules, 'footnote', path)).toBe(may)
  })
  test('with a group for this program goes by that group alone', () => {
    expect(mayFetch(`${rules}\nUser-agent: Footnote\nDisallow: /a`, 'footnote', '/private/x')).toBe(true)
  })
})
