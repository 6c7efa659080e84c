/**
 * Discord's signed interactions over HTTP: the same function as behind the gateway, and its answer is the response.
 * Nothing is kept between requests but the signatures of the last minutes, so that any number of these can stand behind
 * any load balancer; where there is a database they share them.
 */

import { ServerResponse } from 'node:http'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { errorFields, type Log } from './log.ts'
import { readBody } from './read-body.ts'
import { type CheckerOptions, type Refusal, type RequestChecker, requestChecker } from './signature.ts'
import type { Bot, InteractionResponse } from './surface.ts'
import type { UsedRequests } from './used-requests.ts'

/** 256 KB: a message menu brings the whole message, with ten embeds of 6,000 characters in all and what stands around. */
export const MOST_BYTES = 256 * 1024

export type Refused = Refusal | 'oversized' | 'malformed' | 'not-ready'

export interface EndpointOptions extends CheckerOptions {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string
  /** Null while the bot can't answer yet. */
  readonly bot: () => Pick<Bot, 'respond'> | null
  readonly log: Log
  readonly onRefused?: (reason: Refused) => void
  /** Makes what the replicas share, from what this one has accepted; left out, each goes by its own memory. */
  readonly share?: (accepted: RequestChecker['accepted']) => Pick<UsedRequests, 'claim' | 'answered'>
}

/** `POST /interactions`. 401 for what is not Discord's or not new, as Discord itself tries when an endpoint is set. */
export function endpointApp(options: EndpointOptions): Hono {
  const { publicKey, bot, log, onRefused = () => undefined } = options
  const checker = requestChecker(publicKey, options)
  const used = options.share?.(checker.accepted) ?? null
  const app = new Hono()
  const refuse = (reason: Refused, status: number): Response => {
    onRefused(reason)
    const headers = new Headers({ 'content-type': 'text/plain; charset=utf-8' })
    // The rest of it is not read, so that nothing else can follow on the same connection.
    if (reason === 'oversized') headers.set('connection', 'close')
    return new Response(`Refused: ${reason}.`, { status, headers })
  }

  app.post(
    '/interactions',
    bodyLimit({ maxSize: MOST_BYTES, onError: () => refuse('oversized', 413) }),
    async (c): Promise<Response> => {
      const body = new Uint8Array(await c.req.arrayBuffer())
      const checked = checker.check({
        signature: c.req.header('x-signature-ed25519'),
        timestamp: c.req.header('x-signature-timestamp'),
        body,
      })
      if (typeof checked === 'string') return refuse(checked, checked === 'crowded' ? 503 : 401)
      const read = readBody(body)
      if (read === null) return refuse('malformed', 400)
      const ready = bot()
      // Before it is told to the others, so that a balancer may try one of them.
      if (ready === null) return refuse('not-ready', 503)
      if ((await used?.claim(checked.key, checked.until)) === 'replayed') return refuse('replayed', 401)
      const response = toResponse(await ready.respond(read))
      const answered = () => used?.answered(checked.key)
      const outgoing = outgoingOf(c.env)
      if (outgoing === null) answered()
      else outgoing.once('finish', answered)
      return response
    },
  )
  app.all('/interactions', (c) => c.text('Only POST.', 405, { allow: 'POST' }))
  app.onError((error, c) => {
    // Who sent it has gone away in the middle of it; nobody will read this.
    if ('code' in error && error.code === 'ECONNRESET') return refuse('malformed', 400)
    log.error(errorFields(error), 'An interaction over HTTP failed')
    return c.text('Something went wrong here.', 500)
  })
  return app
}

/** Node's own response, which tells when it has left; null where the app is asked without a server. */
function outgoingOf(environment: unknown): ServerResponse | null {
  if (typeof environment !== 'object' || environment === null || !('outgoing' in environment)) return null
  return environment.outgoing instanceof ServerResponse ? environment.outgoing : null
}

/** JSON, or with files a form whose part `files[n]` is the attachment with the id n. */
function toResponse({ body, files }: InteractionResponse): Response {
  if (files.length === 0) return Response.json(body)
  const form = new FormData()
  form.set('payload_json', new Blob([JSON.stringify(body)], { type: 'application/json' }))
  for (const [at, { name, contentType, data }] of files.entries())
    form.set(`files[${at}]`, new Blob([Uint8Array.from(data)], { type: contentType }), name)
  return new Response(form)
}
