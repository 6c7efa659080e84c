/**
 * A web page as the lines that a reader of the page sees: one for each paragraph, heading, list item or line break,
 * white space as a browser shows it. What the page itself marks as navigation or footer is set aside as furniture,
 * with the line of the HTML where it begins; scripts, styles and form fields are no text and are passed over.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Furniture } from '../furniture/find.ts'
import { indentOf, type SourceLine } from '../lines.ts'
import { isFigureLine, isProse } from '../shapes.ts'
import { ownAddress } from './address.ts'
import { BLOCKS, HIDDEN, superscript } from './elements.ts'
import { isLayout } from './tables.ts'

/** Pages of people nest a few dozen deep; thousands are an attack on whoever walks them. */
const DEEPEST = 400

export interface Page {
  readonly lines: readonly SourceLine[]
  readonly furniture: readonly Furniture[]
  /** The address that the page gives as its own. */
  readonly address: string | null
  /** The line of the HTML where the n-th line of `lines` (from 1) stands. */
  htmlLine(number: number): number
}

/** Thrown for a page nested deeper than any page is. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep'
}

/** The lines of a page, with an empty one between any two that do not follow a mere line break. */
export function pageLines(html: string): Page {
  const root = fromHtml(html)
  const { children } = root
  const apart = walked(children, false)
  // A page that has its whole text in such an element has nothing beside it.
  const hasText = apart.lines.some(({ text, mark }) => mark === 'item' || isProse(text) || isFigureLine(text))
  const walk = hasText ? apart : walked(children, true)
  return {
    lines: walk.lines,
    furniture: walk.furniture,
    address: ownAddress(root),
    htmlLine: (number) => walk.origins[number - 1] ?? 1,
  }
}

function walked(nodes: readonly RootContent[], asides: boolean): Walk {
  const walk = new Walk(asides)
  walk.content(nodes, {
    pre: false,
    bold: false,
    link: false,
    table: null,
    depth: 0,
    mark: null,
    item: null,
    indent: 0,
  })
  walk.end(true)
  return walk
}

interface Around {
  readonly pre: boolean
  readonly bold: boolean
  /** Whether it leads to another page. */
  readonly link: boolean
  /** What the innermost table around it is for. */
  readonly table: 'layout' | 'rows' | null
  readonly depth: number
  readonly mark: 'heading' | 'text' | null
  /** The list item it stands in; only the first line of one opens it. */
  readonly item: { opened: boolean } | null
  /** How many lists it stands in, less one. */
  readonly indent: number
}

class Walk {
  readonly lines: SourceLine[] = []
  readonly origins: number[] = []
  readonly furniture: Furniture[] = []
  /** Whether what stands beside the text is taken for text. */
  readonly #asides: boolean
  #text = ''
  #at = 1
  #around: Around | null = null
  /** Whether all of the line is in bold type so far. */
  #bold = true
  /** Whether all of its words lead to other pages so far. */
  #link = true
  /** Whether an empty line must stand before the next. */
  #parted = false

  constructor(asides: boolean) {
    this.#asides = asides
  }

  content(nodes: readonly (RootContent | ElementContent | Root)[], around: Around): void {
    if (around.depth > DEEPEST) throw new TooDeep()
    for (const node of nodes) {
      if (node.type === 'text') this.#add(node.value, node.position?.start.line ?? 1, around)
      else if (node.type === 'element') this.#element(node, around)
    }
  }

  /** Ends the line; `apart` where the next is another paragraph. */
  end(apart: boolean): void {
    const pre = this.#around?.pre === true
    for (const text of this.#text.split('\n')) {
      const shown = pre ? text.trim() : text.replace(/[ \t\r\f]+/g, ' ').trim()
      this.#parted ||= pre && shown === ''
      if (shown === '') continue
      if (this.#parted && this.lines.length > 0) this.#push('', null)
      this.#push(shown, this.#around, pre ? indentOf(text) : 0)
      this.#parted = false
    }
    this.#text = ''
    this.#around = null
    this.#bold = true
    this.#link = true
    this.#parted ||= apart
  }

  #push(text: string, around: Around | null, setIn = 0): void {
    const opens = around?.item?.opened === false
    if (around?.item) around.item.opened = true
    const mark = opens ? 'item' : around?.item ? 'text' : around?.mark
    const indent = setIn + (around?.indent ?? 0) + (around?.item && !opens ? 1 : 0)
    const line = { number: this.lines.length + 1, text, indent }
    this.lines.push({
      ...line,
      ...(mark && { mark }),
      ...(this.#bold && { bold: true as const }),
      ...(this.#link && { link: true as const }),
    })
    this.origins.push(this.#at)
  }

  #add(value: string, line: number, around: Around): void {
    const text = around.pre ? value : value.replace(/[ \t\r\n\f]+/g, ' ')
    if (this.#text.trim() === '' && text.trim() !== '') {
      this.#at = line
      this.#around = around
    }
    this.#text += text
    if (text.trim() !== '') this.#bold &&= around.bold
    if (/[\p{L}\p{N}]/u.test(text)) this.#link &&= around.link
  }

  #element(element: Element, around: Around): void {
    const { tagName, properties } = element
    if (HIDDEN.has(tagName) || properties['hidden'] === true) return
    const reason = pageElement(element) ?? (this.#isBeside(element) ? 'beside the text' : null)
    if (reason !== null) {
      this.#setAside(element, reason)
      return
    }
    const inRow = around.table === 'rows'
    if (tagName === 'br') {
      if (inRow) this.#text += ' '
      // One after the other they show an empty line.
      else this.end(this.#text.trim() === '')
      return
    }
    const inner = {
      ...around,
      bold: around.bold || isBold(tagName),
      link: around.link || leadsAway(element),
      depth: around.depth + 1,
    }
    if (tagName === 'sup') {
      this.#add(superscript(textOf(element, inner.depth, '')), element.position?.start.line ?? 1, around)
      return
    }
    const cell = tagName === 'td' || tagName === 'th'
    if (cell && inRow && this.#text.trim() !== '') this.#text = `${this.#text.replace(/[ \t\r\n\f]+$/, '')}\u00a0 `
    const opensLine = cell ? !inRow : BLOCKS.has(tagName)
    const isPart = tagName === 'table' || tagName === 'tr' || /^t(?:body|head|foot)$/.test(tagName)
    if (!opensLine || (inRow && !isPart)) {
      // A paragraph of its own inside a cell of a row ends no line, but no word either.
      if (opensLine) this.#text += ' '
      this.content(element.children, inner)
      if (opensLine) this.#text += ' '
      return
    }
    // Items of one list, rows of one table, and what stands inside an item follow without an empty line.
    const list = tagName === 'ul' || tagName === 'ol'
    const apart =
      around.item === null && tagName !== 'li' && (around.table === 'layout' || !isPart || tagName === 'table')
    this.end(apart)
    this.content(element.children, {
      ...inner,
      pre: around.pre || tagName === 'pre',
      table: tagName === 'table' ? (isLayout(element) ? 'layout' : 'rows') : around.table,
      mark: /^h[1-6]$/.test(tagName) ? 'heading' : tagName === 'tr' && inRow ? 'text' : around.mark,
      item: tagName === 'li' ? { opened: false } : around.item,
      indent: list && around.item !== null ? around.indent + 1 : around.indent,
    })
    this.end(apart)
  }

  /** Stories beside the text; not a box with its figures. */
  #isBeside(element: Element): boolean {
    if (this.#asides || element.tagName !== 'aside') return false
    return !walked([element], true).lines.some(({ text }) => isFigureLine(text))
  }

  #setAside(element: Element, reason: string): void {
    this.end(true)
    const text = textOf(element, 0, ' ').replace(/\s+/g, ' ').trim()
    if (text !== '') this.furniture.push({ line: element.position?.start.line ?? 1, text, reason })
  }
}

/** A link inside the page leads to a part of the text. */
const leadsAway = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && properties['href'] !== undefined && !String(properties['href']).startsWith('#')

const isBold = (tagName: string): boolean => tagName === 'b' || tagName === 'strong'

/** What the page itself says is not its text. */
function pageElement({ tagName, properties }: Element): string | null {
  const role = String(properties['role'] ?? '')
  if (tagName === 'nav' || role === 'navigation') return 'navigation of the page'
  if (tagName === 'footer' || role === 'contentinfo') return 'footer of the page'
  if (role === 'banner') return 'banner of the page'
  if (tagName === 'form' || role === 'search') return 'form of the page'
  return null
}

/** @param after what stands after each element inside it */
function textOf(node: Element, depth: number, after: string): string {
  if (depth > DEEPEST) throw new TooDeep()
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value
      return child.type === 'element' && !HIDDEN.has(child.tagName) ? `${textOf(child, depth + 1, after)}${after}` : ''
    })
    .join('')
}
