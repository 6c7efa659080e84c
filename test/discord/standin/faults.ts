/** Faults on demand: the next requests to a route fail as Discord's do when it has a bad day. */

/** The routes that the stand-in knows, named as in Discord's documentation. */
export const routes = [
  'GET /gateway/bot',
  'GET /users/@me',
  'GET /applications/@me',
  'GET /applications/:application/commands',
  'PUT /applications/:application/commands',
  'POST /interactions/:interaction/:token/callback',
  'POST /webhooks/:application/:token',
  'GET /webhooks/:application/:token/messages/:message',
  'PATCH /webhooks/:application/:token/messages/:message',
  'DELETE /webhooks/:application/:token/messages/:message',
  'GET /channels/:channel',
  'POST /channels/:channel/messages',
  'GET /channels/:channel/messages/:message',
  'PATCH /channels/:channel/messages/:message',
  'DELETE /channels/:channel/messages/:message',
] as const
export type Route = (typeof routes)[number]

export interface Fault {
  /** The HTTP status; 0 cuts the connection without an answer. */
  readonly status: number
  readonly times?: number
  /** Whether the request still did its work: the answer got lost, not the request. */
  readonly applied?: boolean
  /** Of a 429: seconds until the next try, and whether the limit is the global one. */
  readonly retryAfter?: number
  readonly global?: boolean
  /** Discord's own error code in the body. */
  readonly code?: number
}

export class Faults {
  readonly #waiting = new Map<Route, { fault: Fault; left: number }>()

  failNext(route: Route, fault: Fault): void {
    this.#waiting.set(route, { fault, left: fault.times ?? 1 })
  }

  /** The fault that hits this request, if one is due. */
  take(route: Route): Fault | null {
    const entry = this.#waiting.get(route)
    if (entry === undefined || entry.left === 0) return null
    entry.left -= 1
    return entry.fault
  }
}

/** Status, headers and body of a fault. */
export function faultReply(fault: Fault): { status: number; headers: Record<string, string>; body: unknown } {
  const { status, retryAfter = 0.2, global = false, code = 0 } = fault
  if (status !== 429) return { status, headers: {}, body: { code, message: `${status} on demand` } }
  return {
    status,
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global },
  }
}
