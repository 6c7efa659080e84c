/** Who begins a request and never ends it, met by the real server. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { listen } from '#src/discord/listen.ts'

it('ends a request that does not come in time, and answers others meanwhile', { timeout: 40_000 }, async () => {
  const app = new Hono()
  app.post('/', async (c) => c.text(await c.req.text()))
  const server = await listen(app, '127.0.0.1', 0)
  const ended: string[] = []
  /** Writes what is begun, then a little at a time for as long as it may. */
  async function dawdle(name: string, begin: string, more: string): Promise<void> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => {
      answer += String(chunk)
    })
    socket.on('error', () => undefined)
    socket.write(begin)
    const writing = setInterval(() => socket.write(more), 200)
    await once(socket, 'close')
    clearInterval(writing)
    ended.push(`${name}: ${answer.split('\r\n')[0]}`)
  }
  const dawdlers = [
    dawdle('head', 'POST / HTTP/1.1\r\nHost: x\r\n', 'X-More: x\r\n'),
    dawdle('body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n', 'x'),
    dawdle('chunks', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\nx\r\n'),
  ]
  expect(await (await fetch(server.url, { method: 'POST', body: 'in time' })).text()).toBe('in time')
  // Of what is allowed, fifteen seconds in all with the looking; Node by itself takes twice that.
  await expect.poll(() => ended.length, { timeout: 15_000 }).toBe(dawdlers.length)
  expect(ended.toSorted()).toEqual(['body', 'chunks', 'head'].map((name) => `${name}: HTTP/1.1 408 Request Timeout`))
  await Promise.all(dawdlers)
  await server.stop()
})
