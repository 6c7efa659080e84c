/** The message box: completion of commands, options and values, by keyboard or mouse, and the lines sent before. */
import { completeLine, whatWentWrong } from './api.js'
import { byId, el, icon } from './dom.js'
import { alignBackdrop, drawOptions, paint } from './line-view.js'

/** @import { Completion, Suggestion } from '../complete.ts' */

const DEBOUNCE = 60
/** @type {Completion} */
const NOTHING = { heading: '', items: [], eager: false, options: [], marks: [] }

const line = /** @type {HTMLInputElement} */ (byId('line'))
const list = byId('suggestions')
const box = byId('suggest')
const status = byId('status')
const notice = byId('notice')
const replying = byId('replying')

let shown = NOTHING
let active = -1
let asked = 0
/** @type {AbortController | null} */
let request = null
/** What is still to be known of the line; Enter and Tab wait for it. @type {Promise<void>} */
let settled = Promise.resolve()
/** @type {(() => void) | null} */
let hurry = null
/** @type {string[]} */
const history = []
let recalled = -1
/** @type {{ id: string, words: string } | null} */
let replyTo = null

/** @typedef {{ input: string, replyTo: { id: string, words: string } | null }} Sent */

/** @param {(sent: Sent) => void} onSend */
export function startComposer(onSend) {
  byId('send').append(icon('send'))
  const submit = () => {
    const input = line.value.trim()
    if (input === '') return
    history.push(input)
    recalled = -1
    const sent = { input, replyTo }
    setLine('')
    setReply(null)
    onSend(sent)
  }
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  line.addEventListener('input', () => {
    recalled = -1
    setNotice('')
    refresh(DEBOUNCE)
  })
  line.addEventListener('scroll', alignBackdrop)
  line.addEventListener('blur', () => setTimeout(() => document.activeElement !== line && close(), 100))
  line.addEventListener('keydown', (event) => onKey(event, submit))
  list.addEventListener('pointerdown', (event) => event.preventDefault())
}

/** Puts a line into the box, ready to be completed. @param {string} text */
export function useLine(text) {
  setLine(text)
  line.focus()
  refresh(0)
}

/** @param {string} text */
export function setNotice(text) {
  notice.textContent = text
}

/** A refused line comes back, with the option that is missing begun. @param {string} input @param {string | null} option */
export function giveBack(input, option) {
  const begun = option === null || input.includes(` ${option}:`) ? input : `${input} ${option}:`
  useLine(begun)
}

/** @param {{ id: string, words: string } | null} to */
export function setReply(to) {
  replyTo = to
  replying.hidden = to === null
  if (to === null) return
  const cancel = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Don’t reply', click: () => setReply(null) },
    icon('close'),
  )
  replying.replaceChildren(el('span', {}, 'Replying to ', el('strong', {}, 'Footnote')), cancel)
  line.focus()
}

/** @param {string} text */
function setLine(text) {
  line.value = text
  line.setSelectionRange(text.length, text.length)
  show(NOTHING)
}

/** Asks what may follow; an answer that came too late is dropped. @param {number} wait milliseconds */
function refresh(wait) {
  const mine = ++asked
  request?.abort()
  hurry?.()
  paint(shown.marks)
  const before = line.value.slice(0, line.selectionStart ?? line.value.length)
  if (!before.trimStart().startsWith('/')) {
    settled = Promise.resolve()
    show(NOTHING)
    return
  }
  const controller = new AbortController()
  request = controller
  settled = (async () => {
    await pause(wait)
    if (mine !== asked) return
    try {
      const completion = await completeLine(before, controller.signal)
      if (mine === asked) show(completion)
    } catch (error) {
      if (mine === asked && !controller.signal.aborted) setNotice(whatWentWrong(error))
    }
  })()
}

/** @param {number} wait @returns {Promise<void>} */
function pause(wait) {
  if (wait === 0) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(done, wait)
    function done() {
      clearTimeout(timer)
      hurry = null
      resolve()
    }
    hurry = done
  })
}

/** @param {Completion} completion */
function show(completion) {
  shown = completion
  const { items, heading, eager } = completion
  list.replaceChildren(...items.map(itemView))
  byId('suggest-title').textContent = heading
  box.hidden = items.length === 0
  line.setAttribute('aria-expanded', String(items.length > 0))
  status.textContent = items.length === 0 ? '' : `${items.length} ${items.length === 1 ? 'suggestion' : 'suggestions'}`
  setActive(eager && items.length > 0 ? 0 : -1)
  drawOptions(completion.options, (option) => useLine(`${line.value.trimEnd()} ${option.name}:`))
  paint(completion.marks)
}

/**
 * @param {Suggestion} item
 * @param {number} i
 */
function itemView(item, i) {
  return el(
    'div',
    {
      role: 'option',
      id: `suggestion-${i}`,
      'aria-selected': 'false',
      class: item.kind,
      click: () => choose(i),
      mousemove: () => active === i || setActive(i),
    },
    el('span', { class: 'option-label' }, item.label),
    item.detail === '' ? null : el('span', { class: 'option-detail' }, item.detail),
  )
}

/** @param {number} i */
function setActive(i) {
  active = i
  for (const [at, item] of [...list.children].entries()) item.setAttribute('aria-selected', String(at === i))
  if (i < 0) line.removeAttribute('aria-activedescendant')
  else line.setAttribute('aria-activedescendant', `suggestion-${i}`)
  list.children[i]?.scrollIntoView({ block: 'nearest' })
}

/** @param {number} i */
function choose(i) {
  const item = shown.items[i]
  if (item === undefined) return
  const after = line.value.slice(line.selectionStart ?? line.value.length)
  line.value = item.line + after
  line.setSelectionRange(item.line.length, item.line.length)
  line.focus()
  refresh(0)
}

function close() {
  asked++
  request?.abort()
  show({ ...shown, items: [], eager: false })
}

/**
 * @param {KeyboardEvent} event
 * @param {() => void} submit
 */
function onKey(event, submit) {
  if (event.isComposing) return
  const isOpen = shown.items.length > 0
  const isCommand = line.value.trimStart().startsWith('/')
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isOpen && recalled < 0) setActive(around(active + step, shown.items.length))
      else if (line.value === '' || recalled >= 0) recall(step)
      else return
      break
    }
    case 'Tab':
      if (event.shiftKey || !isCommand || (!isOpen && hurry === null)) return
      void settle().then(() => choose(Math.max(active, 0)))
      break
    case 'Enter':
      void settle().then(() => (active >= 0 ? choose(active) : submit()))
      break
    case 'Escape':
      if (isOpen) close()
      else if (replyTo !== null) setReply(null)
      else return
      break
    default:
      return
  }
  event.preventDefault()
}

/** Wraps round, over no choice at all. @param {number} to @param {number} length */
function around(to, length) {
  if (to >= length) return 0
  return to < 0 ? length - 1 : to
}

/** Waits until nothing more is to come for the line as it stands. */
async function settle() {
  hurry?.()
  /** @type {Promise<void> | null} */
  let last = null
  while (last !== settled) {
    last = settled
    await last
  }
}

/** Lines sent before: up is older. @param {number} step */
function recall(step) {
  const from = recalled < 0 ? history.length : recalled
  const to = from + step
  if (to < 0 || from + step > history.length) return
  recalled = to >= history.length ? -1 : to
  setLine(history[to] ?? '')
  line.setSelectionRange(line.value.length, line.value.length)
  const at = recalled
  paint(shown.marks)
  recalled = at
}
