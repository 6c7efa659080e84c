/** How a command is shown while it is being typed: its options as chips above the line, its parts marked behind it. */
import { byId, el } from './dom.js'

/** @import { CommandOption, Mark } from '../complete.ts' */

const line = /** @type {HTMLInputElement} */ (byId('line'))
const bar = byId('option-bar')
const backdrop = byId('backdrop')

/**
 * @param {readonly CommandOption[]} options
 * @param {(option: CommandOption) => void} begin what pressing an option that is not given yet does
 */
export function drawOptions(options, begin) {
  bar.hidden = options.length === 0
  bar.replaceChildren(...options.map((option) => chip(option, begin)))
}

/**
 * @param {CommandOption} option
 * @param {(option: CommandOption) => void} begin
 */
function chip(option, begin) {
  const state = option.current ? 'current' : option.given ? 'given' : option.required ? 'required' : 'optional'
  const press = () => (option.given || option.current ? line.focus() : begin(option))
  return el(
    'button',
    {
      type: 'button',
      class: `chip ${state}`,
      title: option.description,
      click: press,
      pointerdown: (event) => event.preventDefault(),
    },
    option.name,
    el('span', { class: 'chip-state' }, state === 'current' ? '' : state),
  )
}

/** Marks the parts of the line; one that no longer fits what is typed is left out. @param {readonly Mark[]} marks */
export function paint(marks) {
  const text = line.value
  /** @type {(Node | string)[]} */
  const parts = []
  let at = 0
  for (const { kind, start, end } of marks) {
    if (end > text.length || start < at || start === end) continue
    parts.push(text.slice(at, start), el('span', { class: `mark-${kind}` }, text.slice(start, end)))
    at = end
  }
  backdrop.replaceChildren(...parts, text.slice(at))
  alignBackdrop()
}

/** Keeps the marks behind their words in a line longer than the box. */
export function alignBackdrop() {
  backdrop.scrollLeft = line.scrollLeft
}
