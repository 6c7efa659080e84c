/**
 * A load balancer as small as one can be: healthy targets only, each in its turn, and the next one when a target does not
 * answer at all.
 */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const LOOK_EVERY = 200

export interface Balancer {
  readonly url: string
  /** Requests that a second target had to take. */
  readonly moved: () => number
  stop(): Promise<void>
}

export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const healthy = new Set(targets)
  let moved = 0
  let turn = 0

  const look = setInterval(() => {
    for (const target of targets)
      fetch(new URL('/healthz', target), { signal: AbortSignal.timeout(LOOK_EVERY * 5) }).then(
        ({ ok }) => (ok ? healthy.add(target) : healthy.delete(target)),
        () => healthy.delete(target),
      )
  }, LOOK_EVERY)

  function order(): readonly string[] {
    const known = targets.filter((target) => healthy.has(target))
    const some = known.length > 0 ? known : targets
    turn = (turn + 1) % some.length
    return [...some.slice(turn), ...some.slice(0, turn)]
  }

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming)
    for (const [at, target] of order().entries()) {
      if (at > 0) moved += 1
      try {
        const answer = await send(target, incoming, body, agent)
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
        return
      } catch {
        healthy.delete(target)
      }
    }
    outgoing.writeHead(502).end()
  }

  // Longer than who asks keeps an idle connection, so that no request meets a closed one.
  const server = createServer({ keepAliveTimeout: 75_000 }, (incoming, outgoing) => {
    forward(incoming, outgoing).catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    moved: () => moved,
    async stop() {
      clearInterval(look)
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function send(target: string, incoming: IncomingMessage, body: Buffer, agent: Agent): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { ...incoming.headers, 'content-length': String(body.length) }
  const { method = 'GET', url = '/' } = incoming
  const sent = request(new URL(url, target), { method, headers, agent }, resolve)
  sent.on('error', reject)
  sent.end(body)
  return promise
}
