/**
 * One page from the web, politely and with limits: the site's robots.txt is asked first, and redirects are followed one
 * by one and told.
 */
import type { Refusal } from '../convert.ts'
import type { Received } from '../sources.ts'
import { codeOf, ENDINGS, get, parsed, Unfetched } from './request.ts'
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
const MOST_REDIRECTS = 5
const ROBOTS_BYTES = 500_000

/** What stands at `address`, or why it can't be had; never rejects. */
export async function fetchPage(address: string, limits: FetchLimits): Promise<Received | Refusal> {
  const signal = AbortSignal.timeout(limits.time)
  const warnings: string[] = []
  try {
    let url = parsed(address)
    for (let hop = 0; ; hop++) {
      if (limits.handedOver === undefined) await askRobots(url, limits, signal)
      const answer = await get(url, limits, signal)
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
        : `could not be fetched (${codeOf(error)}).`
    return { ok: false, message, cure: 'Open the address in a browser, save the page, and add the file.' }
  }
}

/** A site without robots.txt allows everything; one that can't say, nothing (RFC 9309, 2.3.1). */
async function askRobots(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<void> {
  let robots = new URL('/robots.txt', url)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const answer = await get(robots, { ...limits, bytes: ROBOTS_BYTES }, signal)
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

function named(url: URL, ending: string): string {
  const parts = url.pathname.split('/').filter((part) => part !== '' && !/^(?:index|default)\.\w+$/i.test(part))
  const last = parts.at(-1)?.replace(/\.(?:html?|php|aspx?|jsp|txt|pdf|docx|md)$/i, '')
  return `${last ?? url.hostname.replaceAll('.', '-')}${ending}`
}
