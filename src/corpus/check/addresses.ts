/** The addresses that a corpus gives: each sheet's source, and the links that stand in its text. */
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { FactSheet } from '../model.ts'
import { keyLine, lineFinder, offsetIn } from './finding.ts'

export interface CitedAddress {
  readonly url: string
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly kind: 'source' | 'link'
}

/** A link that is printed as plain text ends before the mark that closes its sentence or bracket. */
const PRINTED = /\bhttps?:\/\/[^\s<>"“”'’]+/gi

/** Every address of a sheet once, its source first, then in the order of the text. */
export function addressesOf(sheet: FactSheet): readonly CitedAddress[] {
  const { file, text, body, meta } = sheet
  const lineOf = lineFinder(text)
  const found = new Map<string, CitedAddress>()
  const add = (url: string, line: number, kind: CitedAddress['kind']) => {
    if (!found.has(url)) found.set(url, { url, file, line, kind })
  }
  if (meta.url !== null) add(meta.url, keyLine(sheet, 'url'), 'source')
  const links = linksIn(fromMarkdown(text.slice(body.start))).map(({ url, at }) => ({ url, at: at + body.start }))
  const printed = sheet.passages.flatMap((passage) =>
    [...passage.reading.text.matchAll(PRINTED)].map(({ 0: url, index }) => ({
      url: unclosed(url),
      at: offsetIn(passage, index),
    })),
  )
  for (const { url, at } of [...links, ...printed].sort((a, b) => a.at - b.at)) add(url, lineOf(at), 'link')
  return [...found.values()]
}

function linksIn(node: Nodes): { url: string; at: number }[] {
  const own = node.type === 'link' || node.type === 'definition' ? [node.url] : []
  const at = node.position?.start.offset ?? 0
  return [
    ...own.filter((url) => /^https?:/i.test(url)).map((url) => ({ url, at })),
    ...('children' in node ? node.children.flatMap(linksIn) : []),
  ]
}

function unclosed(url: string): string {
  const bare = url.replace(/[.,;:!?*\]]+$/, '')
  const open = bare.split('(').length
  return bare.endsWith(')') && bare.split(')').length > open ? unclosed(bare.slice(0, -1)) : bare
}
