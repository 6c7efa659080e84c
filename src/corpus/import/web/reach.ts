/**
 * Whether something still stands at an address. Only the head of an answer is asked for, and the page itself where a
 * site gives no heads; nothing is read of it, so that robots.txt, which is about reading, has no say.
 */
import { codeOf, get, parsed, Unfetched } from './request.ts'

export interface ReachLimits {
  readonly allowPrivate: boolean
  /** Milliseconds for one address, redirects included. */
  readonly time: number
}

export type Reached =
  /** `movedTo`: where the site says that the page is for good. */
  | { readonly state: 'there'; readonly movedTo: string | null }
  /** The site answers that it has no such page, or there is no such site. */
  | { readonly state: 'gone'; readonly why: string }
  /** The site doesn't let programs in, which says nothing about its readers. */
  | { readonly state: 'closed'; readonly why: string }
  /** No answer, or none that says anything: it may be better tomorrow. `silent`: not even a connection. */
  | { readonly state: 'failed'; readonly why: string; readonly silent: boolean }
  /** No address that can be asked at all. */
  | { readonly state: 'refused'; readonly why: string }

const MOST_REDIRECTS = 10
const FOR_GOOD = new Set([301, 308])
const GONE = new Set([404, 410])
const CLOSED = new Set([401, 403, 407, 429, 451])
const NO_SUCH_SITE = new Set(['ENOTFOUND', 'ENODATA'])

/** Asks for what stands at `address`, following its redirects; never rejects. */
export async function reach(address: string, limits: ReachLimits): Promise<Reached> {
  const signal = AbortSignal.timeout(limits.time)
  try {
    let url = parsed(address)
    // Only as far as every step so far is for good is the page's new address known.
    let forGood = true
    let movedTo: string | null = null
    for (let hop = 0; ; hop++) {
      const { status, location } = await ask(url, limits.allowPrivate, signal)
      if (location !== null && status >= 300 && status < 400) {
        if (hop === MOST_REDIRECTS)
          return { state: 'failed', why: `more than ${MOST_REDIRECTS} redirects`, silent: false }
        url = parsed(new URL(location, url).href)
        forGood &&= FOR_GOOD.has(status)
        if (forGood) movedTo = url.href
        continue
      }
      const why = `the site answered ${status}`
      if (status >= 200 && status < 300) return { state: 'there', movedTo }
      if (GONE.has(status)) return { state: 'gone', why }
      return CLOSED.has(status) ? { state: 'closed', why } : { state: 'failed', why, silent: false }
    }
  } catch (error) {
    if (signal.aborted) return { state: 'failed', why: `no answer within ${limits.time / 1000} seconds`, silent: true }
    if (error instanceof Unfetched) return { state: 'refused', why: error.message.replace(/\.$/, '') }
    const code = codeOf(error)
    return NO_SUCH_SITE.has(code)
      ? { state: 'gone', why: 'there is no such site' }
      : { state: 'failed', why: `no connection (${code})`, silent: true }
  }
}

/** Some sites answer a question for the head with anything but the truth; what stands there decides. */
async function ask(url: URL, allowPrivate: boolean, signal: AbortSignal) {
  const asked = { allowPrivate, bytes: 0 }
  const head = await get(url, { ...asked, method: 'HEAD' }, signal)
  return head.status < 400 || head.status === 429 ? head : get(url, asked, signal)
}
