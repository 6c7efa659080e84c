/** Elements made by hand: text only ever becomes text nodes, never HTML. */

/** @typedef {string | number | boolean | null | undefined | EventListener} Value */

/**
 * A listener is given as a function under its event's name; null, undefined and false leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, Value>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value))
    }
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

/** @param {string} id */
export function byId(id) {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no #${id}`)
  return element
}

/** Paths on a 24 by 24 grid, stroked. */
const ICONS = {
  send: 'M4 12 20 4l-4 16-5-6-7-2Zm7 2 4-5',
  panel: 'M4 5h16v14H4zM14 5v14M7 9h3M7 12h3',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5Z',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  reply: 'M10 8V4l-7 7 7 7v-4c5 0 8 1.500 11 5-1-6-4-11-11-11Z',
  braces: 'M8 4c-3 0-1 6-4 8 3 2 1 8 4 8M16 4c3 0 1 6 4 8-3 2-1 8-4 8',
  eye: 'M2 12c3-5 6.500-7 10-7s7 2 10 7c-3 5-6.500 7-10 7s-7-2-10-7Zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  down: 'm6 9 6 6 6-6',
  save: 'M12 4v11M7 10l5 5 5-5M5 20h14',
  close: 'M5 5l14 14M19 5 5 19',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
  check: 'm5 12 5 5 9-10',
  apps: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM17 14v6M14 17h6',
}

const SVG = 'http://www.w3.org/2000/svg'

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg')
  const attributes = { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true', focusable: 'false' }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[name])
  svg.append(path)
  return svg
}

/**
 * Copies, and says so in the button itself for a moment.
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
export async function copyFrom(button, text) {
  await navigator.clipboard.writeText(text)
  const before = [...button.childNodes]
  const label = button.getAttribute('aria-label')
  button.replaceChildren(icon('check'))
  button.setAttribute('aria-label', 'Copied')
  setTimeout(() => {
    button.replaceChildren(...before)
    if (label === null) button.removeAttribute('aria-label')
    else button.setAttribute('aria-label', label)
  }, 1500)
}
