import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { previewApp } from '#src/preview/app.ts'
import type { Exchange } from '#src/preview/exchange.ts'
import { isOwnHost } from '#src/preview/guard.ts'
import { startPreview } from '#src/preview/server.ts'
import { toyBot } from './toy-bot.ts'

const log = pino({ level: 'silent' })
const ORIGIN = 'http://127.0.0.1:8787'

function page(explain?: (input: string) => unknown) {
  const bot = toyBot()
  const app = previewApp({ bot, host: '127.0.0.1', log, explain })
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.request(ORIGIN + path, { headers: { host: '127.0.0.1:8787', ...headers } })
  const post = (what: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(`${ORIGIN}/preview/${what}`, {
      method: 'POST',
      headers: { host: '127.0.0.1:8787', origin: ORIGIN, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const say = async (input: string) => (await (await post('say', { input, replyTo: null })).json()) as Exchange
  return { bot, app, get, post, say }
}

async function response(answer: Response | Promise<Response>) {
  const exchange = (await (await answer).json()) as Exchange
  if (exchange.kind !== 'response') throw new Error(`no response but ${JSON.stringify(exchange)}`)
  return exchange
}

describe('who may speak to the page', () => {
  test.each([
    ['127.0.0.1:8787', '127.0.0.1', true],
    ['localhost:8787', '127.0.0.1', true],
    ['LOCALHOST', '127.0.0.1', true],
    ['[::1]:8787', '127.0.0.1', true],
    ['evil.example:8787', '127.0.0.1', false],
    ['127.0.0.1.evil.example', '127.0.0.1', false],
    ['localhost.evil.example', '127.0.0.1', false],
    ['localhost@evil.example', '127.0.0.1', false],
    ['192.168.1.5:8787', '127.0.0.1', false],
    ['192.168.1.5:8787', '192.168.1.5', true],
    ['192.168.1.5:8787', '0.0.0.0', true],
    ['evil.example:8787', '0.0.0.0', false],
    ['box.lan:8787', 'box.lan', true],
    ['', '127.0.0.1', false],
    [undefined, '127.0.0.1', false],
  ])('the host name %s, when listening on %s: %s', (header, listening, own) => {
    expect(isOwnHost(header, listening)).toBe(own)
  })

  test('a foreign name that points here gets nothing, be it the page or a post', async () => {
    const { get, post } = page()
    expect((await get('/', { host: 'evil.example' })).status).toBe(421)
    expect((await post('say', { input: '/sources', replyTo: null }, { host: 'evil.example' })).status).toBe(421)
  })

  test.each([
    [{ origin: 'http://evil.example' }, 403],
    [{ origin: 'http://127.0.0.1:9999' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
    [{}, 200],
  ])('a post with %j gets %i', async (headers, status) => {
    const { bot, post } = page()
    expect((await post('say', { input: '/sources', replyTo: null }, headers)).status).toBe(status)
    expect(bot.received.length).toBe(status === 200 ? 1 : 0)
  })

  test('a link on another site fills the line in and does not send it', async () => {
    const { get } = page()
    const link = '/?q=%2Fdossier+list'
    expect(await (await get(link, { 'sec-fetch-site': 'cross-site' })).text()).toContain('data-run="no"')
    expect(await (await get(link, { 'sec-fetch-site': 'none' })).text()).toContain('data-run="yes"')
  })
})

describe('what is refused', () => {
  test('a body over 64 KB, whether or not it says its length', async () => {
    const { app, post } = page()
    expect((await post('say', { input: 'x'.repeat(70_000), replyTo: null })).status).toBe(413)
    const headers = { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' }
    const body = new Blob(['{"line":"', 'x'.repeat(70_000), '"}']).stream()
    const request = new Request('http://localhost/preview/complete', { method: 'POST', headers, body, duplex: 'half' })
    expect((await app.request(request)).status).toBe(413)
  })

  test.each([
    ['say', '{', 400],
    ['say', '{"input":"","replyTo":null}', 400],
    ['say', '{"input":"/sources","replyTo":null,"more":1}', 400],
    ['say', '[]', 400],
    ['press', '{"message":"1","customId":"x","values":[1]}', 400],
    ['nothing', '{}', 405],
  ])('POST /preview/%s %s gets %i', async (what, body, status) => {
    expect((await page().post(what, body)).status).toBe(status)
  })

  test.each([
    ['PUT', '/', 405],
    ['DELETE', '/preview/say', 405],
    ['GET', '/preview/say', 405],
    ['GET', '/preview/assets/app.ts', 404],
    ['GET', '/preview/assets/..%2Fapp.ts', 404],
    ['GET', '/preview/assets/tsconfig.json', 404],
    ['GET', '/preview/files/x/y', 404],
  ])('%s %s gets %i', async (method, path, status) => {
    const headers = { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json' }
    const answer = await page().app.request(`http://localhost${path}`, { method, headers })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('pressing what a message does not hold, or what is disabled, never reaches the bot', async () => {
    const { bot, post, say } = page()
    const shown = await say('/program country:Atlantis')
    const message = shown.kind === 'response' ? shown.messageId : null
    for (const customId of ['not there', 'gone']) {
      expect(await (await post('press', { message, customId, values: [] })).json()).toMatchObject({ kind: 'refused' })
    }
    expect(bot.received.length).toBe(1)
  })

  test('a command that Discord’s client would not send is refused with what is missing', async () => {
    const { bot, say } = page()
    expect(await say('/program topic:courts')).toMatchObject({ kind: 'refused', option: 'country' })
    expect(bot.received).toEqual([])
  })
})

describe('the page', () => {
  test('holds no inline script or style, and may load nothing from elsewhere', async () => {
    const answer = await page().get('/')
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i)
    for (const [, url = ''] of html.matchAll(/(?:src|href)="([^"]*)"/g)) expect(url).toMatch(/^[/#](?!\/)/)
  })

  test('what it asks for is there', async () => {
    const { get } = page()
    const html = await (await get('/')).text()
    for (const [, url = ''] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) expect((await get(url)).status).toBe(200)
  })

  test('proposes lines that the bot’s own help shows and that can be sent', async () => {
    const welcome = await (await page().get('/preview/welcome')).json()
    expect(welcome).toMatchObject({
      examples: ['/program country:Atlantis topic:courts', '/sources', '/dossier list'],
      menus: ['Check quotations'],
    })
  })

  test('without a help command, proposes lines made of the bot’s own values', async () => {
    const bot = toyBot()
    const declarations = bot.declarations.filter((each) => each.name !== 'help')
    const app = previewApp({ bot: { ...bot, declarations }, host: '127.0.0.1', log })
    const welcome = (await (
      await app.request('http://localhost/preview/welcome', { headers: { host: 'localhost' } })
    ).json()) as {
      examples: string[]
    }
    expect(welcome.examples[0]).toBe('/program country:Atlantis topic:border security')
  })
})

describe('replies', () => {
  test('the payload is the bot’s response, with its time, its texts read and why it stands first', async () => {
    const { post } = page((input) => ({ asked: input }))
    const shown = await response(post('say', { input: '/program country:Atlantis topic:courts', replyTo: null }))
    expect(shown.payload).toMatchObject({ type: 4, data: { components: [{ type: 17 }] } })
    expect(shown.explain).toEqual({ asked: '/program country:Atlantis topic:courts' })
    expect(Object.keys(shown.texts)).toContainEqual(expect.stringContaining('14 border posts'))
    expect(shown.milliseconds).toBeGreaterThanOrEqual(0)
  })

  test('a button carries its message and an update changes that message', async () => {
    const { bot, post } = page()
    const { messageId } = await response(post('say', { input: '/program country:Atlantis', replyTo: null }))
    const updated = await response(post('press', { message: messageId, customId: 'another', values: ['courts'] }))
    expect(updated).toMatchObject({ messageId, payload: { type: 7 } })
    expect(bot.received.at(-1)).toMatchObject({
      type: 3,
      message: { id: messageId },
      data: { component_type: 3, values: ['courts'] },
    })
    expect(
      await (await post('press', { message: messageId, customId: 'another', values: ['courts'] })).json(),
    ).toMatchObject({ kind: 'refused' })
  })

  test('a modal comes back with its fields as Discord sends them, once', async () => {
    const { bot, post } = page()
    const { messageId } = await response(post('say', { input: '/program country:Atlantis', replyTo: null }))
    const { modalId } = await response(post('press', { message: messageId, customId: 'note', values: [] }))
    const body = { modal: modalId, fields: { why: 'the courts', where: ['Laputa'] } }
    await response(post('submit', body))
    expect(bot.received.at(-1)).toMatchObject({
      type: 5,
      message: { id: messageId },
      data: {
        custom_id: 'note-form',
        components: [
          { type: 10 },
          { type: 18, component: { type: 4, custom_id: 'why', value: 'the courts' } },
          { type: 18, component: { type: 3, custom_id: 'where', values: ['Laputa'] } },
        ],
      },
    })
    expect(await (await post('submit', body)).json()).toMatchObject({ kind: 'refused' })
  })

  test('a message menu and a reply carry the message they are about', async () => {
    const { bot, post } = page()
    const { messageId } = await response(post('say', { input: 'how many border posts?', replyTo: null }))
    await response(post('menu', { message: messageId, command: 'Check quotations' }))
    expect(bot.received.at(-1)).toMatchObject({ data: { type: 3, target_id: messageId } })
    const again = await response(post('say', { input: 'and in 2008?', replyTo: messageId }))
    expect(JSON.stringify(again.payload)).toContain('and in 2008? (after: how many border posts?)')
    expect(await (await post('say', { input: '...', replyTo: null })).json()).toMatchObject({ kind: 'silence' })
  })

  test('attachments are served under an address nobody can guess, and can do nothing', async () => {
    const { get, post } = page()
    const { files } = await response(post('say', { input: '/program country:Atlantis', replyTo: null }))
    const [chart, table] = files
    expect(chart?.url).toMatch(/^\/preview\/files\/[\w-]{24}\/funding\.svg$/)
    const picture = await get(chart?.url ?? '')
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    const text = await get(table?.url ?? '')
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text.headers.get('content-disposition')).toContain('filename="funding.csv"')
    expect(await text.text()).toContain('2007,2250000')
    expect((await get(chart?.url.replace('funding.svg', 'other.svg') ?? '')).status).toBe(404)
  })
})

test('the server says whether the bot can answer yet, frees its port when stopped, and refuses one that is taken', async () => {
  let ready = false
  const health = () => (ready ? { ok: true } : { ok: false, reason: 'reading the fact sheets' })
  const options = { bot: toyBot(), host: '127.0.0.1', port: 0, health, log }
  const preview = await startPreview(options)
  const before = await fetch(`${preview.url}healthz`)
  expect([before.status, await before.json()]).toEqual([503, { ok: false, reason: 'reading the fact sheets' }])
  ready = true
  expect((await fetch(`${preview.url}healthz`)).status).toBe(200)
  expect((await fetch(`${preview.url}nothing`)).status).toBe(404)
  const port = Number(new URL(preview.url).port)
  await expect(startPreview({ ...options, port })).rejects.toThrow(/EADDRINUSE/)
  await preview.stop()
  await expect(fetch(`${preview.url}healthz`)).rejects.toThrow()
})
