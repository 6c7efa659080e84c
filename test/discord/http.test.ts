/** The endpoint as Discord and as an attacker meet it: a real server, real signatures, the real bot. */
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { endpointApp, MOST_BYTES, type Refused } from '#src/discord/http.ts'
import { type Listening, listen } from '#src/discord/listen.ts'
import { createMetrics } from '#src/discord/metrics.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { newSigner, pingBody, post, slashBody } from '../support/signed.ts'

const discord = newSigner()
const faults: string[] = []
const log = { info: () => undefined, warn: () => undefined, error: (_: object, text: string) => faults.push(text) }
const question = () => slashBody('program', { country: 'tajikistan', topic: 'border' })
const seconds = () => Math.floor(Date.now() / 1000)

const metrics = createMetrics({
  corpus: () => ({ version: 'abc', sheets: 5, passages: 99 }),
  shards: () => null,
})
const refused: Refused[] = []
let server: Listening
beforeAll(async () => {
  const bot = metrics.measured(await openBot(REAL_CORPUS))
  const onRefused = (reason: Refused) => {
    refused.push(reason)
    metrics.refused(reason)
  }
  const app = new Hono()
  app.route('/', metrics.app)
  app.route('/', endpointApp({ publicKey: discord.publicKey, bot: () => bot, log, onRefused }))
  server = await listen(app, '127.0.0.1', 0)
})
afterAll(() => server.stop())

describe('a request that Discord signed', () => {
  it('is answered: a ping with a pong, a question with the quote', async () => {
    const ping = pingBody()
    expect(await (await post(server.url, ping, discord.headers(ping))).json()).toEqual({ type: 1 })
    // It need bring nothing else.
    const bare = '{"type":1}'
    expect(await (await post(server.url, bare, discord.headers(bare))).json()).toEqual({ type: 1 })
    const body = question()
    const answer = await post(server.url, body, discord.headers(body))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('14 border posts')
  })

  it('brings its files along', async () => {
    const body = slashBody('funding', { country: 'azerbaijan' })
    const form = await (await post(server.url, body, discord.headers(body))).formData()
    const payload = String(await (form.get('payload_json') as File).text())
    const files = [...form.entries()].flatMap(([name, value]) => (name.startsWith('files[') ? [value as File] : []))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      expect(payload).toContain(`attachment://${file.name}`)
      expect(file.size).toBeGreaterThan(20)
    }
  })

  it('is answered 200 times at once, each with its own answer', async () => {
    const countries = ['tajikistan', 'azerbaijan', 'georgia', 'haiti']
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const country = countries[at % countries.length] ?? ''
        const body = slashBody('program', { country })
        const answer = await post(server.url, body, discord.headers(body))
        return { country, status: answer.status, text: await answer.text() }
      }),
    )
    for (const { country, status, text } of answers) {
      expect(status).toBe(200)
      expect(text.toLowerCase()).toContain(country)
    }
  })
})

describe('any other request is refused', () => {
  async function expectRefusal(status: number, reason: Refused, body: string, headers: Record<string, string>) {
    refused.length = 0
    const answer = await post(server.url, body, headers)
    expect([answer.status, ...refused]).toEqual([status, reason])
    expect(await answer.text()).not.toContain('border posts')
  }

  it('without a signature, or with half of one', async () => {
    const body = question()
    const whole = discord.headers(body)
    await expectRefusal(401, 'unsigned', body, {})
    for (const name of Object.keys(whole).filter((name) => name.startsWith('x-'))) {
      const { [name]: _, ...rest } = whole
      await expectRefusal(401, 'unsigned', body, rest)
    }
    await expectRefusal(401, 'unsigned', body, { ...whole, 'x-signature-ed25519': 'zz'.repeat(64) })
    await expectRefusal(401, 'unsigned', body, { ...whole, 'x-signature-timestamp': 'NaN' })
  })

  it('signed by another key, for another body or for another time', async () => {
    const body = question()
    await expectRefusal(401, 'forged', body, newSigner().headers(body))
    await expectRefusal(401, 'forged', `${body} `, discord.headers(body))
    const moved = { ...discord.headers(body), 'x-signature-timestamp': String(seconds() + 1) }
    await expectRefusal(401, 'forged', body, moved)
    await expectRefusal(401, 'forged', body, { ...discord.headers(body), 'x-signature-ed25519': '0'.repeat(128) })
  })

  it('from too long ago, or from the time to come', async () => {
    const body = question()
    await expectRefusal(401, 'stale', body, discord.headers(body, seconds() - 310))
    await expectRefusal(401, 'stale', body, discord.headers(body, seconds() + 310))
  })

  it('sent a second time, in whatever letters', async () => {
    const body = question()
    const headers = discord.headers(body)
    expect((await post(server.url, body, headers)).status).toBe(200)
    await expectRefusal(401, 'replayed', body, headers)
    const upper = { ...headers, 'x-signature-ed25519': headers['x-signature-ed25519']?.toUpperCase() ?? '' }
    await expectRefusal(401, 'replayed', body, upper)
  })

  it('too large, announced or not', async () => {
    const body = JSON.stringify({ type: 1, id: '1', pad: 'x'.repeat(MOST_BYTES) })
    await expectRefusal(413, 'oversized', body, discord.headers(body))
    refused.length = 0
    expect(await sentInChunks(body)).toBe(413)
    expect(refused).toEqual(['oversized'])
  })

  it('signed, but not an interaction', async () => {
    for (const body of ['', '{', '[]', 'null', '"x"', '{"type":99,"id":"1"}', '{"id":"1"}'])
      await expectRefusal(400, 'malformed', body, discord.headers(body))
  })

  it('broken off, and it is no fault of the bot', async () => {
    for (const header of ['content-length: 5000', 'transfer-encoding: chunked']) {
      refused.length = 0
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
      socket.write(`POST /interactions HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\n${header}\r\n\r\n`)
      // Told to go on, it is being read.
      await once(socket, 'data')
      socket.destroy()
      await expect.poll(() => refused, { timeout: 5000 }).toEqual(['malformed'])
    }
    expect(faults).toEqual([])
  })

  it('with another method or path', async () => {
    const got = await fetch(new URL('/interactions', server.url))
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    const body = question()
    const put = await fetch(new URL('/interactions', server.url), {
      method: 'PUT',
      body,
      headers: discord.headers(body),
    })
    expect(put.status).toBe(405)
    expect((await fetch(new URL('/elsewhere', server.url))).status).toBe(404)
  })

  it('when more came than can be remembered, rather than that one is answered twice', async () => {
    const app = endpointApp({
      publicKey: discord.publicKey,
      bot: () => ({ respond: async () => ({ body: { type: 1 }, files: [] }) }),
      log,
      remembered: 2,
    })
    const statuses: number[] = []
    for (let at = 0; at < 3; at += 1) {
      const body = pingBody()
      const answer = await app.request('/interactions', { method: 'POST', body, headers: discord.headers(body) })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([200, 200, 503])
  })

  it('while there is no bot yet', async () => {
    const app = endpointApp({ publicKey: discord.publicKey, bot: () => null, log })
    const body = question()
    const answer = await app.request('/interactions', { method: 'POST', body, headers: discord.headers(body) })
    expect(answer.status).toBe(503)
  })

  function sentInChunks(body: string): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL('/interactions', server.url), { method: 'POST', headers: discord.headers(body) })
      sent.on('response', (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      sent.on('error', reject)
      for (let at = 0; at < body.length; at += 50_000) sent.write(body.slice(at, at + 50_000))
      sent.end()
    })
  }
})

it('counts questions and refusals, and names no person and no word of a question', async () => {
  const body = slashBody('ask', { question: 'How many helicopters has zanzibarella?' })
  await post(server.url, body, discord.headers(body))
  const answer = await fetch(new URL('/metrics', server.url))
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(text).toMatch(/footnote_questions_total\{command="program",outcome="answered",reason=""\} \d+/)
  expect(text).toMatch(/footnote_questions_total\{command="ask",outcome="(none|related)",reason="[a-z-]+"\} 1/)
  expect(text).toMatch(/footnote_requests_refused_total\{reason="forged"\} 4/)
  expect(text).toMatch(/footnote_answer_seconds_bucket\{le="0.05",command="program"\} \d+/)
  expect(text).toContain('footnote_corpus_sheets{version="abc"} 5')
  expect(text).not.toMatch(/zanzibarella|271828182845904523/)
})
