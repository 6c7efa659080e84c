/**
 * One request to the web, within limits and under the program's own name. No address of a private network is ever
 * connected to unless that is allowed; the check stands where the connection is made, so that a name cannot mean one
 * address when asked and another when used.
 */
import { lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivate } from './address.ts'

const USER_AGENT = 'footnote/0.1 (adds single pages to a library of fact sheets)'

/** The types of documents that are read, each with the ending of its file. */
export const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/xhtml+xml': '.html',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
}

/** Why something can't be had, in words for whoever asked for it. */
export class Unfetched extends Error {
  override readonly name = 'Unfetched'
}

/** What the system calls that which went wrong: `ECONNREFUSED`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'no answer'

export interface Asked {
  readonly allowPrivate: boolean
  /** Bytes of an answer's body; with 0 its body is left unread. */
  readonly bytes: number
  readonly method?: 'GET' | 'HEAD'
}

export interface Answer {
  readonly status: number
  readonly type: string
  readonly location: string | null
  readonly bytes: Buffer
}

/** @throws Unfetched for anything but an address of the web without a name or password in it */
export function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^https?:$/.test(url.protocol)) throw new Unfetched('no address with http or https.')
  if (url.username !== '' || url.password !== '') throw new Unfetched('an address that holds a name or password.')
  url.hash = ''
  return url
}

/** @throws Unfetched, or an error of the network */
export async function get(
  url: URL,
  { allowPrivate, bytes: most, method = 'GET' }: Asked,
  signal: AbortSignal,
): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host)) throw privateAddress(host)
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const request = url.protocol === 'https:' ? overHttps : overHttp
    request(
      url,
      {
        method,
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
  if (most === 0) response.destroy()
  else
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
