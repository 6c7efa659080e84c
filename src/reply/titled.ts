/** The title of a fact sheet in a reply: on one line, its own markup and direction marks gone, with a link where there is one. */
import { echo } from './escape.ts'

/** Characters of a title or a publisher: the rest is on the page that the link opens. */
export const LONGEST_NAME = 200
const LONGEST_ADDRESS = 1000

/** @param address http or https; one that is too long to be shown is as good as none */
export function titled(title: string, address: string | null): string {
  const name = echo(title, LONGEST_NAME)
  return hasLink(address) ? `[${name}](<${withoutBrackets(address)}>)` : name
}

export function hasLink(address: string | null): address is string {
  return address !== null && address.length <= LONGEST_ADDRESS
}

/** Discord ends a link at a bracket that closes none, in angle brackets too. */
const withoutBrackets = (address: string): string =>
  address.replaceAll(/[()\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
