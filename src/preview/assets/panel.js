/** The side panel for keepers: what was sent, how long it took, and why this sentence stands first. */
import { byId, copyFrom, el, icon } from './dom.js'

/** @import { Exchange } from '../exchange.ts' */

const panel = byId('panel')
const toggle = byId('toggle-panel')

/** @type {{ input: string, exchange: Extract<Exchange, { kind: 'response' }> } | null} */
let latest = null

export function startPanel() {
  toggle.append(icon('panel'))
  toggle.addEventListener('click', () => setOpen(panel.hidden === true))
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') setOpen(false)
  })
}

/**
 * @param {string} input
 * @param {Extract<Exchange, { kind: 'response' }>} exchange
 */
export function inspect(input, exchange) {
  latest = { input, exchange }
  if (!panel.hidden) draw()
}

/**
 * @param {string} input
 * @param {Extract<Exchange, { kind: 'response' }>} exchange
 */
export function openPanel(input, exchange) {
  latest = { input, exchange }
  setOpen(true)
}

/** @param {boolean} open */
function setOpen(open) {
  panel.hidden = !open
  toggle.setAttribute('aria-expanded', String(open))
  if (!open) return toggle.focus()
  draw()
  panel.querySelector('button')?.focus()
}

function draw() {
  const close = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Close the panel', click: () => setOpen(false) },
    icon('close'),
  )
  const head = el('div', { class: 'panel-head' }, el('h2', {}, 'Behind the reply'), close)
  if (latest === null) {
    panel.replaceChildren(
      head,
      el(
        'p',
        { class: 'panel-empty' },
        'Send something, and what the bot answered stands here as Discord would get it.',
      ),
    )
    return
  }
  const { input, exchange } = latest
  const json = JSON.stringify(exchange.payload, null, 2)
  const copy = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Copy the payload' }, icon('copy'))
  copy.addEventListener('click', () => copyFrom(copy, json))
  const size = new TextEncoder().encode(JSON.stringify(exchange.payload)).length
  const facts = el(
    'dl',
    { class: 'facts' },
    ...pair('Input', input),
    ...pair('Took', `${exchange.milliseconds.toFixed(1)} ms`),
    ...pair('Payload', `${size.toLocaleString('en-GB')} bytes`),
    ...pair('Files', exchange.files.map((file) => file.name).join(', ') || 'none'),
  )
  const why =
    exchange.explain === null || exchange.explain === undefined
      ? null
      : el('div', {}, el('h3', {}, 'Why this stands first'), explainView(exchange.explain))
  const code = el(
    'pre',
    { class: 'json', tabindex: 0, role: 'region', 'aria-label': 'Payload as JSON' },
    el('code', {}, ...coloured(json)),
  )
  const payloadHead = el('div', { class: 'panel-head' }, el('h3', {}, 'Payload'), copy)
  panel.replaceChildren(...[head, facts, why, payloadHead, code].filter((each) => each !== null))
}

/**
 * @param {string} name
 * @param {string} value
 */
function pair(name, value) {
  return [el('dt', {}, name), el('dd', {}, value)]
}

/**
 * Whatever the ranking tells: a list of like rows as a table, an object as pairs, the rest as text.
 * @param {unknown} value
 * @returns {HTMLElement}
 */
function explainView(value) {
  if (Array.isArray(value) && value.length > 0 && value.every((row) => isRecord(row))) {
    const columns = [...new Set(value.flatMap((row) => Object.keys(row)))]
    const rows = value.map((row) => el('tr', {}, ...columns.map((column) => el('td', {}, cell(row[column])))))
    const head = el('thead', {}, el('tr', {}, ...columns.map((column) => el('th', { scope: 'col' }, column))))
    return el(
      'div',
      { class: 'table', tabindex: 0, role: 'region', 'aria-label': 'Ranking' },
      el('table', {}, head, el('tbody', {}, ...rows)),
    )
  }
  if (isRecord(value)) {
    return el(
      'dl',
      { class: 'facts' },
      ...Object.entries(value).flatMap(([name, each]) => [
        el('dt', {}, name),
        el('dd', {}, typeof each === 'object' && each !== null ? explainView(each) : cell(each)),
      ]),
    )
  }
  if (Array.isArray(value)) return el('ul', {}, ...value.map((each) => el('li', {}, cell(each))))
  return el('p', {}, cell(value))
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {unknown} value */
function cell(value) {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(3)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** JSON with its keys, strings and numbers in colours of their own. @param {string} json */
function coloured(json) {
  /** @type {(Node | string)[]} */
  const out = []
  let at = 0
  for (const match of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.e+-]*|true|false|null/g)) {
    out.push(json.slice(at, match.index))
    const name = match[2] !== undefined ? 'key' : match[1] !== undefined ? 'string' : 'number'
    out.push(el('span', { class: `json-${name}` }, match[1] ?? match[0]), match[2] ?? '')
    at = match.index + match[0].length
  }
  out.push(json.slice(at))
  return out
}
