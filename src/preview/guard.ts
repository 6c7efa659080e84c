/**
 * What keeps the page to the machine it runs on: a Host header of this server's own (so that no foreign name can be
 * pointed at it), posts from this page only, bounded bodies, and headers that let the page load nothing from elsewhere.
 */
import { isIP } from 'node:net'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** 64 KB: a form of five text inputs, each as long as Discord allows (4,000), in any script. */
export const MOST_BODY_BYTES = 64 * 1024

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
} as const

/** Sets the headers on every answer, errors too; a handler's own policy (an attachment's) stays. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  secure(c)
}

/** The same for the answers that no route gave. */
export function secure(c: Context): void {
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
}

/** Refuses a Host that is not this server's; `listening` is the address it was told to listen on. */
export function hostCheck(listening: string): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host'), listening)) return c.text('This host name is not served here.', 421)
    return next()
  }
}

/**
 * Loopback names always; the address listened on; and, where it listens on every address, any address written as
 * numbers. A name is never enough, since anyone can point one at 127.0.0.1.
 */
export function isOwnHost(header: string | undefined, listening: string): boolean {
  if (header === undefined || !URL.canParse(`http://${header}`)) return false
  const url = new URL(`http://${header}`)
  if (url.pathname !== '/' || url.username !== '' || url.search !== '' || url.hash !== '') return false
  const name = url.hostname.replace(/^\[|\]$/g, '')
  if (name === 'localhost' || name === '127.0.0.1' || name === '::1') return true
  if (listening === '0.0.0.0' || listening === '::') return isIP(name) !== 0
  return name === listening.toLowerCase()
}

/** A post comes from this page: same origin, as JSON. A browser always says where a post comes from. */
export const originCheck: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'POST') return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' : !isSameOrigin(origin, c)
  if (foreign) return c.text('Posts are taken from this page only.', 403)
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return c.text('Send JSON.', 415)
  return next()
}

export const sizeCheck: MiddlewareHandler = bodyLimit({
  maxSize: MOST_BODY_BYTES,
  onError: (c) => c.text(`At most ${MOST_BODY_BYTES} bytes.`, 413),
})

function isSameOrigin(origin: string, c: Context): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  return (protocol === 'http:' || protocol === 'https:') && host === c.req.header('host')?.toLowerCase()
}
