/** Parsed Markdown as elements. Only the kinds named here become elements; whatever else there is stays out. */
import { copyFrom, el, icon } from './dom.js'

/** @import { Block } from '../markdown.ts' */
/** @import { Inline } from '../markdown-inline.ts' */

/**
 * @param {readonly Block[]} blocks
 * @param {(line: string) => void} useCommand what a command's mention does when pressed
 * @returns {HTMLElement}
 */
export function markdownView(blocks, useCommand) {
  return el('div', { class: 'markdown' }, ...blocks.map((block) => blockView(block, useCommand)))
}

/**
 * Gives a message's headings their levels under the page's own title. A reply may begin with a small heading: no level
 * is skipped for those who go from heading to heading.
 * @param {HTMLElement} message
 */
export function levelHeadings(message) {
  let above = 1
  for (const heading of message.querySelectorAll('[role="heading"]')) {
    const level = Math.min(Number(heading.className.at(-1)) + 1, above + 1)
    heading.setAttribute('aria-level', String(level))
    above = level
  }
}

/**
 * @param {Block} block
 * @param {(line: string) => void} use
 * @returns {HTMLElement}
 */
function blockView(block, use) {
  switch (block.kind) {
    case 'heading':
      return el('div', { role: 'heading', class: `heading-${block.level}` }, ...inlineView(block.children, use))
    case 'paragraph':
      return el('p', {}, ...inlineView(block.children, use))
    case 'subtext':
      return el('p', { class: 'subtext' }, ...inlineView(block.children, use))
    case 'quote':
      return el('blockquote', {}, ...block.blocks.map((each) => blockView(each, use)))
    case 'code':
      return codeView(block.text)
    case 'list': {
      const items = block.items.map((item) =>
        el(
          'li',
          {},
          ...item.flatMap((each) =>
            each.kind === 'paragraph' ? inlineView(each.children, use) : [blockView(each, use)],
          ),
        ),
      )
      return block.ordered ? el('ol', { start: block.start }, ...items) : el('ul', {}, ...items)
    }
  }
}

/** @param {string} text */
function codeView(text) {
  const copy = el(
    'button',
    { type: 'button', class: 'icon-button code-copy', 'aria-label': 'Copy this text' },
    icon('copy'),
  )
  copy.addEventListener('click', () => copyFrom(copy, text))
  return el('div', { class: 'code-block' }, el('pre', {}, el('code', {}, text)), copy)
}

/**
 * @param {readonly Inline[]} nodes
 * @param {(line: string) => void} use
 * @returns {(Node | string)[]}
 */
export function inlineView(nodes, use) {
  return nodes.map((node) => nodeView(node, use))
}

/**
 * @param {Inline} node
 * @param {(line: string) => void} use
 * @returns {Node | string}
 */
function nodeView(node, use) {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return el('br')
    case 'code':
      return el('code', { class: 'inline-code' }, node.text)
    case 'strong':
      return el('strong', {}, ...inlineView(node.children, use))
    case 'em':
      return el('em', {}, ...inlineView(node.children, use))
    case 'underline':
      return el('u', {}, ...inlineView(node.children, use))
    case 'strike':
      return el('s', {}, ...inlineView(node.children, use))
    case 'spoiler':
      return spoilerView(inlineView(node.children, use))
    case 'link':
      return linkView(node.href, inlineView(node.children, use))
    case 'time':
      return timeView(node.at, node.style)
    case 'mention':
      if (node.of !== 'command') return el('span', { class: 'mention' }, node.text)
      return el('button', { type: 'button', class: 'mention', click: () => use(node.text) }, node.text)
  }
}

/**
 * @param {string} href
 * @param {(Node | string)[]} children
 */
export function linkView(href, children) {
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}

/** @param {(Node | string)[]} children */
function spoilerView(children) {
  const inner = el('span', { class: 'spoiler-text', 'aria-hidden': 'true', inert: true }, ...children)
  const spoiler = el('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler: show' }, inner)
  const reveal = () => {
    inner.removeAttribute('aria-hidden')
    inner.inert = false
    for (const name of ['role', 'tabindex', 'aria-label']) spoiler.removeAttribute(name)
    spoiler.classList.add('revealed')
  }
  spoiler.addEventListener('click', reveal)
  spoiler.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    reveal()
  })
  return spoiler
}

/** Discord's letters; R is relative. @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const TIME_STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
}

/** @type {readonly (readonly [Intl.RelativeTimeFormatUnit, number])[]} */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/**
 * @param {number} at seconds since 1970
 * @param {string} style
 */
function timeView(at, style) {
  const date = new Date(at * 1000)
  if (Number.isNaN(date.getTime())) return el('span', { class: 'time' }, 'Invalid date')
  const whole = new Intl.DateTimeFormat('en-GB', TIME_STYLES['F']).format(date)
  const shown = style === 'R' ? relative(at) : new Intl.DateTimeFormat('en-GB', TIME_STYLES[style]).format(date)
  return el('time', { class: 'time', datetime: date.toISOString(), title: whole }, shown)
}

/** @param {number} at */
function relative(at) {
  const seconds = at - Date.now() / 1000
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(Math.round(seconds / length), unit)
}
