/**
 * Whether what the corpus cites still stands where it says. Sites are asked side by side, the addresses of one site one
 * after the other with a pause between, each address once; a site that gives no connection is soon left alone.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reached } from '../import/web/reach.ts'
import type { FactSheet } from '../model.ts'
import { addressesOf, type CitedAddress } from './addresses.ts'
import { type Finding, quoted } from './finding.ts'

export interface OnlineOptions {
  readonly reach: (address: string) => Promise<Reached>
  /** Milliseconds between two questions to one site. */
  readonly pause?: number
  /** Told of each address that is done with, and of how many there are. */
  readonly onProgress?: (done: number, all: number) => void
}

const PAUSE = 500
/** Sites that are asked at the same time. */
const AT_ONCE = 8
/** After so many questions in a row without even a connection a site is asked no more. */
const MOST_SILENT = 3

/** What is to be said of the addresses of `sheets`, in no order. */
export async function checkOnline(sheets: readonly FactSheet[], options: OnlineOptions): Promise<readonly Finding[]> {
  const cited = Map.groupBy(sheets.flatMap(addressesOf), ({ url }) => url)
  const sites = [...Map.groupBy(cited.keys(), siteOf).values()]
  const reached = new Map<string, Reached>()
  const askSites = async (): Promise<void> => {
    for (let site = sites.shift(); site !== undefined; site = sites.shift())
      for await (const [url, answer] of askSite(site, options)) {
        reached.set(url, answer)
        options.onProgress?.(reached.size, cited.size)
      }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askSites))
  return [...cited].flatMap(([url, places]) => {
    const answer = reached.get(url)
    return answer === undefined ? [] : places.flatMap((place) => findingOf(place, answer))
  })
}

async function* askSite(
  urls: readonly string[],
  { reach, pause = PAUSE }: OnlineOptions,
): AsyncGenerator<readonly [string, Reached]> {
  let silent = 0
  for (const [order, url] of urls.entries()) {
    if (silent === MOST_SILENT) {
      yield [url, { state: 'failed', why: `not asked: the site was silent ${MOST_SILENT} times before`, silent: true }]
      continue
    }
    if (order > 0) await sleep(pause)
    const answer = await reach(url)
    silent = answer.state === 'failed' && answer.silent ? silent + 1 : 0
    yield [url, answer]
  }
}

const siteOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

function findingOf(cited: CitedAddress, answer: Reached): Finding[] {
  const { file, line, kind, url } = cited
  const what = kind === 'source' ? 'the source’s address' : 'the link'
  const found = (level: Finding['level'], rule: string, why: string, cure: string): Finding[] => [
    { level, file, line, rule, message: `${what} ${quoted(url, 120)} ${why}.`, cure },
  ]
  switch (answer.state) {
    case 'there':
      return answer.movedTo === null
        ? []
        : found(
            'note',
            'address-moved',
            `has moved for good to ${answer.movedTo}`,
            kind === 'source' ? 'Look whether the same text stands there; if so, correct url.' : 'Nothing.',
          )
    case 'gone':
      return found(
        'warning',
        'address-gone',
        `leads nowhere: ${answer.why}`,
        kind === 'source'
          ? 'Look for the page’s new or archived address and put that into url.'
          : 'Nothing: the text stays as it was printed.',
      )
    case 'closed':
      return found(
        'note',
        'address-closed',
        `could not be looked at by a program: ${answer.why}`,
        'Open it in a browser.',
      )
    case 'failed':
      return found(
        'warning',
        'address-not-reached',
        `could not be reached: ${answer.why}`,
        'Try again later; if it stays so, look for another address.',
      )
    case 'refused':
      return found('warning', 'address-refused', `was not asked for: ${answer.why}`, 'Correct the address.')
  }
}
