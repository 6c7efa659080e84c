/**
 * One page from the web, politely and with limits: the site's robots.txt is asked first, redirects are followed one by
 * one and told, and no address of a private network is ever connected to unless that is allowed. The check stands where
 * the connection is made, so that a name cannot mean one address when asked and another when used.
 */
import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Refusal } from '../convert.ts'
import type { Received } from '../sources.ts'
import { isPrivate } from './address.ts'
import { mayFetch } from './robots.ts'

export interface FetchLimits {
  readonly allowPrivate: boolean
  /** Milliseconds for the whole, redirects included. */
  readonly time: number
  readonly bytes: number
  /** The name of a file that somebody handed over there: no site is asked, and its type is told by its name and bytes. */
  readonly handedOver?: string
}

const AGENT = 'footnote'
const USER_AGENT = 'footnote/0.1 (adds single pages to a library of fact sheets)'
const MOST_REDIRECTS = 5
const ROBOTS_BYTES = 500_000

const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

class Unfetched extends Error {
  override readonly name = 'Unfetched'
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly bytes: Buffer
}

/** What stands at `address`, or why it can't be had; never rejects. */
export async function fetchPage(address: string, limits: FetchLimits): Promise<Received | Refusal> {
  const signal = AbortSignal.timeout(limits.time)
  const warnings: string[] = []
  try {
    let url = parsed(address)
    for (let hop = 0; ; hop++) {
      if (limits.handedOver === undefined) await askRobots(url, limits, signal)
      const answer = await get(url, limits.allowPrivate, limits.bytes, signal)
      if (answer.location !== null && answer.status >= 300 && answer.status < 400) {
        if (hop === MOST_REDIRECTS) throw new Unfetched(`more than ${MOST_REDIRECTS} redirects.`)
        const next = parsed(new URL(answer.location, url).href)
        warnings.push(`${url.href} redirects to ${next.href}`)
        url = next
        continue
      }
      if (answer.status !== 200) throw new Unfetched(`the site answered ${answer.status}.`)
      if (limits.handedOver !== undefined) return { ok: true, bytes: answer.bytes, name: limits.handedOver, warnings }
      const ending = ENDINGS[answer.type]
      if (ending === undefined)
        throw new Unfetched(
          `of the type ${JSON.stringify(answer.type)}, expected a web page, text, PDF or Word document.`,
        )
      return { ok: true, bytes: answer.bytes, url: url.href, name: named(url, ending), warnings }
    }
  } catch (error) {
    const message = signal.aborted
      ? `not received within ${limits.time / 1000} seconds.`
      : error instanceof Unfetched
        ? error.message
        : `could not be fetched (${error instanceof Error && 'code' in error ? String(error.code) : 'no answer'}).`
    return { ok: false, message, cure: 'Open the address in a browser, save the page, and add the file.' }
  }
}

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Unfetched('no address with http or https.')
  if (url.username !== '' || url.password !== '') throw new Unfetched('an address that holds a name or password.')
  url.hash = ''
  return url
}

/** A site without robots.txt allows everything; one that can't say, nothing (RFC 9309, 2.3.1). */
async function askRobots(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<void> {
  let robots = new URL('/robots.txt', url)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await get(robots, limits.allowPrivate, ROBOTS_BYTES, signal)
    if (answer.location !== null && answer.status >= 300 && answer.status < 400) {
      robots = parsed(new URL(answer.location, robots).href)
      continue
    }
    if (answer.status >= 500) throw new Unfetched(`the site’s robots.txt answered ${answer.status}.`)
    if (answer.status === 200 && !mayFetch(answer.bytes.toString('utf8'), AGENT, url.pathname + url.search))
      throw new Unfetched('the site’s robots.txt asks programs not to fetch it.')
    return
  }
}

async function get(url: URL, allowPrivate: boolean, most: number, signal: AbortSignal): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw privateAddress(host)
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const request = url.protocol === 'https:' ? overHttps : overHttp
    request(
      url,
      {
        signal,
        agent: false,
        lookup: allowPrivate ? undefined : publicOnly,
        headers: { 'user-agent': USER_AGENT, accept: Object.keys(ENDINGS).join(', '), 'accept-encoding': 'identity' },
      },
      done,
    )
      .on('error', fail)
      .end()
  })
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response) {
    if (!Buffer.isBuffer(piece)) continue
    size += piece.length
    if (size > most) {
      response.destroy()
      throw new Unfetched(`larger than ${most / 1e6} MB.`)
    }
    pieces.push(piece)
  }
  return {
    status: response.statusCode ?? 0,
    type: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
    location: response.headers.location ?? null,
    bytes: Buffer.concat(pieces),
  }
}

/** Resolves a name to public addresses only; one private address among them refuses them all. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? []
    if (error !== null || first === undefined) return callback(error ?? new Unfetched('the name is not known.'), [])
    const inside = addresses.find(({ address }) => isPrivate(address))
    if (inside !== undefined) return callback(privateAddress(hostname), [])
    return options.all === true ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

const privateAddress = (host: string): Unfetched =>
  new Unfetched(`${host} is an address of a private network (allowed with --allow-private).`)

function named(url: URL, ending: string): string {
  const parts = url.pathname.split('/').filter((part) => part !== '' && !/^(?:index|default)\.\w+$/i.test(part))
  const last = parts.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp|txt|pdf|docx|md)$/i, '')
  return `${last ?? url.hostname.replaceAll('.', '-')}${ending}`
}
