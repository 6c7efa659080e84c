/** A server for what is asked over HTTP, that ends in good order. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'

/** Milliseconds: a request is a few kilobytes, and Discord waits three seconds in all. */
const HEADERS_WITHIN = 5_000
const REQUEST_WITHIN = 10_000
/** How often Node looks for requests that are late; left alone, every half a minute. */
const LATE_EVERY = 1000
/** Milliseconds without any request after which nobody is taken to send one that does not know of the stop. */
const QUIET = 300
const LOOK_EVERY = 100
/** Milliseconds that stopping waits for requests under way. */
const PATIENCE = 4_000

export interface Listening {
  readonly url: string
  /** Answers what is on its way, takes no new connection, and ends; after eight seconds it ends all the same. */
  stop(): Promise<void>
}

/** @param port 0: any free one. Rejects where it can't listen (the port is taken). */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>()
  const server = serve(
    {
      fetch: app.fetch,
      hostname: host,
      port,
      createServer,
      serverOptions: {
        headersTimeout: HEADERS_WITHIN,
        requestTimeout: REQUEST_WITHIN,
        connectionsCheckingInterval: LATE_EVERY,
        // Longer than load balancers keep an idle connection, so that they end it and no request meets a closed one.
        keepAliveTimeout: 75_000,
      },
    },
    resolve,
  ) as Server
  server.once('error', reject)
  const address = await promise
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${shown}:${address.port}/`, stop: () => close(server) }
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await lastCall(server)
  server.close(() => resolve())
  const timer = setTimeout(() => server.closeAllConnections(), PATIENCE)
  await promise
  clearTimeout(timer)
}

/** Closing ends a connection whose request has not arrived yet, and there may be some; they are waited for. */
async function lastCall(server: Server): Promise<void> {
  let arrived = 0
  server.prependListener('request', (_request, response) => {
    arrived += 1
    // A connection that is kept alive ends with the answer that is under way.
    response.setHeader('connection', 'close')
  })
  const end = performance.now() + PATIENCE
  for (let quiet = 0; quiet < QUIET && performance.now() < end; quiet += LOOK_EVERY) {
    const before = arrived
    await sleep(LOOK_EVERY)
    // A busy process sees the timer before it looks at its connections.
    await nextTurn()
    if (arrived > before) quiet = 0
  }
}
