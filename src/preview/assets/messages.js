/** The channel's messages: who said or used what, the reply under it, and what can be done with a reply. */
import { act } from './api.js'
import { all, looseFiles } from './components.js'
import { byId, copyFrom, el, icon } from './dom.js'
import { levelHeadings, markdownView } from './markdown-view.js'
import { botMessage, ephemeralLine, replyLine, thinking, usedLine, yourMessage } from './message-parts.js'
import { askInModal } from './modal.js'
import { inspect, openPanel } from './panel.js'

/** @import { Exchange } from '../exchange.ts' */
/** @import { Part } from './components.js' */
/** @import { Message, Shown } from './message-parts.js' */
/** @typedef {Extract<Exchange, { kind: 'response' }>} Reply */

/**
 * @typedef {object} Actions
 * @property {(line: string) => void} useCommand puts a line into the composer
 * @property {(messageId: string, words: string) => void} reply
 * @property {(text: string) => void} notice
 */

const EPHEMERAL = 1 << 6
const log = byId('log')
const scroller = byId('scroller')

let pinned = false

/** @type {Actions} */
let actions = { useCommand: () => {}, reply: () => {}, notice: () => {} }
/** Commands of a message's own menu; known once the page's welcome is. */
const menus = /** @type {PromiseWithResolvers<readonly string[]>} */ (Promise.withResolvers())

/** @param {Actions} given */
export function startMessages(given) {
  actions = given
  new ResizeObserver(keepEnd).observe(log)
  for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    scroller.addEventListener(
      kind,
      () => {
        pinned = false
      },
      { passive: true },
    )
  }
}

/** @param {readonly string[]} names */
export function setMenus(names) {
  menus.resolve(names)
}

/** The address that shows this input's reply. @param {string} input */
export function addressOf(input) {
  return `${location.origin}/?${new URLSearchParams({ q: input })}`
}

/** The latest message that this input led to. @param {string} input @returns {HTMLElement | null} */
export function findAsked(input) {
  const found = [...log.querySelectorAll('article[data-input]')].filter(
    (each) => each.getAttribute('data-input') === input,
  )
  return /** @type {HTMLElement | null} */ (found.at(-1) ?? null)
}

/**
 * Sends a line and shows what comes of it.
 * @param {string} input
 * @param {{ id: string, words: string } | null} replyTo
 * @returns {Promise<Exchange>}
 */
export async function send(input, replyTo) {
  const isCommand = input.trimStart().startsWith('/')
  const yours = isCommand ? null : yourMessage(input, replyTo)
  const context = isCommand ? usedLine(input, actions.useCommand) : null
  const waiting = botMessage(context)
  waiting.element.setAttribute('data-input', input)
  log.append(...(yours === null ? [] : [yours]), waiting.element)
  toEnd()
  const exchange = await act('say', { input, replyTo: replyTo?.id ?? null })
  if (exchange.kind !== 'response') {
    waiting.element.remove()
    if (exchange.kind === 'refused') yours?.remove()
    return exchange
  }
  await show(waiting, exchange, input)
  return exchange
}

/**
 * @param {Shown} shown
 * @param {Reply} reply
 * @param {string} input
 */
async function show(shown, reply, input) {
  shown.element.removeAttribute('aria-busy')
  inspect(input, reply)
  const message = messageOf(reply.payload)
  if (message === null) {
    shown.element.remove()
    if (reply.modalId !== null) await openModal(reply, reply.modalId, shown)
    return
  }
  shown.id = reply.messageId ?? ''
  draw(shown, message, reply, input)
  toEnd()
}

/**
 * @param {Shown} shown
 * @param {Message} message
 * @param {Reply} reply
 * @param {string} input
 */
function draw(shown, message, reply, input) {
  shown.message = { ...shown.message, ...message }
  const renewed = new Set(reply.files.map((file) => file.name))
  shown.files = [...shown.files.filter((file) => !renewed.has(file.name)), ...reply.files]
  const { content = '', components, flags = 0 } = shown.message
  const drawing = {
    texts: reply.texts,
    files: shown.files,
    useCommand: actions.useCommand,
    /** @param {string} customId @param {string[]} values */
    press: (customId, values) => press(shown, customId, values, input),
  }
  const text = content === '' ? [] : [markdownView(reply.texts[content] ?? [], actions.useCommand)]
  const parts = all(components ?? [], drawing)
  const named = JSON.stringify(components ?? [])
  const rest = looseFiles({
    ...drawing,
    files: shown.files.filter((file) => !named.includes(JSON.stringify(`attachment://${file.name}`))),
  })
  const nothing = text.length + parts.length + rest.length === 0
  shown.body.replaceChildren(...(nothing ? [thinking()] : [...text, ...parts, ...rest]))
  levelHeadings(shown.body)
  const isEphemeral = (flags & EPHEMERAL) !== 0
  shown.element.classList.toggle('ephemeral', isEphemeral)
  if (isEphemeral) shown.body.append(ephemeralLine(shown))
  const time = el(
    'span',
    { class: 'took' },
    `${reply.milliseconds < 10 ? reply.milliseconds.toFixed(1) : Math.round(reply.milliseconds)} ms`,
  )
  const tools = toolsOf(shown, reply, input)
  shown.tools.replaceChildren(...tools, time)
  void menus.promise.then((names) => tools[0]?.before(...names.map((name) => menuButton(shown, name))))
}

/**
 * @param {Shown} shown
 * @param {string} customId
 * @param {string[]} values
 * @param {string} input
 */
async function press(shown, customId, values, input) {
  const exchange = await act('press', { message: shown.id, customId, values })
  for (const button of shown.body.querySelectorAll('.waiting')) button.classList.remove('waiting')
  await followUp(shown, exchange, input)
}

/**
 * @param {Shown} shown
 * @param {Exchange} exchange
 * @param {string} input
 */
async function followUp(shown, exchange, input) {
  if (exchange.kind === 'refused') return actions.notice(exchange.text)
  if (exchange.kind !== 'response') return
  inspect(input, exchange)
  const message = messageOf(exchange.payload)
  if (exchange.modalId !== null) return openModal(exchange, exchange.modalId, shown)
  if (message === null) return
  if (exchange.messageId === shown.id) {
    const hadFocus = shown.element.contains(document.activeElement)
    draw(shown, message, exchange, input)
    if (hadFocus) keepFocus(shown)
    return
  }
  const next = botMessage(replyLine('Footnote', 'its own message'))
  log.append(next.element)
  await show(next, exchange, input)
}

/** A button that was pressed may be gone after an update; the keyboard stays in the message. @param {Shown} shown */
function keepFocus(shown) {
  if (shown.element.contains(document.activeElement)) return
  const next = shown.body.querySelector('button:not([disabled]), a')
  if (next instanceof HTMLElement) next.focus()
  else byId('line').focus()
}

/**
 * @param {Reply} reply
 * @param {string} modalId
 * @param {Shown} shown
 */
async function openModal(reply, modalId, shown) {
  const { data } = /** @type {{ data: { title: string, components: Part[] } }} */ (reply.payload)
  const fields = await askInModal(data, reply.texts)
  if (fields === null) return
  await followUp(shown, await act('submit', { modal: modalId, fields }), `(${data.title})`)
}

/** @param {Reply['payload']} payload @returns {Message | null} */
function messageOf(payload) {
  if ('message' in payload) return /** @type {Message} */ (payload.message)
  const { type, data } = /** @type {{ type: number, data?: Message }} */ (payload)
  return type === 4 || type === 5 || type === 7 ? (data ?? {}) : null
}

/**
 * @param {Shown} shown
 * @param {Reply} reply
 * @param {string} input
 */
function toolsOf(shown, reply, input) {
  const link = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Copy the link to this reply' },
    icon('link'),
  )
  link.addEventListener('click', () => copyFrom(link, addressOf(input)))
  const words = shown.body.textContent?.slice(0, 80) ?? ''
  const answer = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Reply', click: () => actions.reply(shown.id, words) },
    icon('reply'),
  )
  const payload = el(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': 'Payload', click: () => openPanel(input, reply) },
    icon('braces'),
  )
  return [answer, link, payload]
}

/**
 * @param {Shown} shown
 * @param {string} name
 */
function menuButton(shown, name) {
  const use = async () => followUp(shown, await act('menu', { message: shown.id, command: name }), name)
  return el('button', { type: 'button', class: 'tool-text', click: use }, icon('apps'), name)
}

/** Shows the newest message, also while its pictures are still coming, until the person scrolls. */
function toEnd() {
  pinned = true
  keepEnd()
}

/** From its start where it is taller than the channel. */
function keepEnd() {
  if (!pinned) return
  const last = log.lastElementChild
  scroller.scrollTop = scroller.scrollHeight
  if (last instanceof HTMLElement && last.offsetHeight > scroller.clientHeight) last.scrollIntoView({ block: 'start' })
}
