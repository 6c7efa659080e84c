/** The address that a saved page gives as its own: the one it is to be cited by, or the one it was saved from. */
import type { Element, Root } from 'hast'

/** `<!-- saved from url=(0042)http://… -->`, as browsers write it. */
const SAVED_FROM = /^\s*saved from url=\(\d+\)(\S+)/

/** Null where the page gives none, or none that leads to a page of its own. */
export function ownAddress(root: Root): string | null {
  const saved = root.children.flatMap((node) =>
    node.type === 'comment' ? (SAVED_FROM.exec(node.value)?.[1] ?? []) : [],
  )
  const inHead = headOf(root).flatMap((element) => addressIn(element) ?? [])
  return [...inHead, ...saved].find(isOfAPage) ?? null
}

const elementsIn = (node: Root | Element): Element[] =>
  [...node.children].filter((child): child is Element => child.type === 'element')

const headOf = (root: Root): Element[] =>
  elementsIn(root)
    .flatMap((element) => (element.tagName === 'html' ? elementsIn(element) : [element]))
    .filter(({ tagName }) => tagName === 'head')
    .flatMap(elementsIn)

function addressIn({ tagName, properties }: Element): string | null {
  const rel = Array.isArray(properties['rel']) ? properties['rel'] : []
  if (tagName === 'link' && rel.includes('canonical')) return String(properties['href'] ?? '')
  if (tagName === 'meta' && properties['property'] === 'og:url') return String(properties['content'] ?? '')
  return null
}

/** Many sites give their front page as the address of every page. */
function isOfAPage(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false
  const { pathname, search } = new URL(address)
  return pathname !== '/' || search !== ''
}
