/**
 * What a table is for: pages of the years up to 2008 lay themselves out in one, others print figures in rows. The cells
 * of the first kind are parts of the page; a row of the second is a line.
 */
import type { Element, ElementContent } from 'hast'

/** Stand in no cell of figures or names. */
const PARTS_OF_A_PAGE: ReadonlySet<string> = new Set(
  'table h1 h2 h3 h4 h5 h6 ul ol dl blockquote hr form nav header footer'.split(' '),
)
const MOST_PARAGRAPHS = 3
/** A longer cell is text to read, not one to compare with the cell beside it. */
const LONGEST_CELL = 400

/** Whether a table only puts parts of the page side by side. */
export function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(String(table.properties['role'] ?? ''))) return true
  const rows = rowsOf(table).map(cellsOf)
  return rows.every((cells) => cells.length < 2) || rows.some((cells) => cells.some(isPartOfThePage))
}

const elementsIn = (node: Element): Element[] => node.children.filter((child) => child.type === 'element')

const rowsOf = (table: Element): Element[] =>
  elementsIn(table).flatMap((child) =>
    child.tagName === 'tr' ? [child] : /^t(?:body|head|foot)$/.test(child.tagName) ? rowsOf(child) : [],
  )

const cellsOf = (row: Element): Element[] => elementsIn(row).filter(({ tagName }) => /^t[dh]$/.test(tagName))

function isPartOfThePage(cell: Element): boolean {
  let paragraphs = 0
  let length = 0
  const open: ElementContent[] = [...cell.children]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') length += node.value.trim().length
    if (node.type !== 'element') continue
    if (PARTS_OF_A_PAGE.has(node.tagName)) return true
    if (node.tagName === 'p') paragraphs += 1
    for (const child of node.children) open.push(child)
  }
  return paragraphs > MOST_PARAGRAPHS || length > LONGEST_CELL
}
