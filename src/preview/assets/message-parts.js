/** What a message is made of besides the bot's own components: who speaks, in answer to what, and when. */
import { byId, el, icon } from './dom.js'

/** @import { Attachment } from '../attachments.ts' */
/** @import { Part } from './components.js' */
/** @typedef {{ content?: string, components?: Part[] | null, flags?: number, attachments?: unknown[] }} Message */

/**
 * A message being waited for, then filled.
 * @typedef {{ element: HTMLElement, body: HTMLElement, tools: HTMLElement, files: Attachment[], message: Message, id: string }} Shown
 */

/** @param {HTMLElement | null} context @returns {Shown} */
export function botMessage(context) {
  const body = el('div', { class: 'content' }, thinking())
  const tools = el('div', { class: 'tools', role: 'group', 'aria-label': 'What can be done with this message' })
  const head = el(
    'div',
    { class: 'author' },
    el('span', { class: 'name' }, 'Footnote'),
    el('span', { class: 'tag' }, 'APP'),
    clock(),
  )
  const avatar = el('img', { src: '/preview/assets/footnote.svg', alt: '', class: 'avatar', width: 40, height: 40 })
  const element = el(
    'article',
    { class: 'message', 'aria-busy': 'true', 'aria-label': 'Footnote' },
    context,
    avatar,
    el('div', { class: 'body' }, head, body),
    tools,
  )
  return { element, body, tools, files: [], message: {}, id: '' }
}

/** @param {Shown} shown */
export function ephemeralLine(shown) {
  const dismiss = el('button', { type: 'button', class: 'text-button' }, 'Dismiss message')
  dismiss.addEventListener('click', () => {
    shown.element.remove()
    byId('line').focus()
  })
  return el('p', { class: 'ephemeral-line' }, icon('eye'), 'Only you can see this · ', dismiss)
}

/**
 * @param {string} text
 * @param {{ words: string } | null} replyTo
 */
export function yourMessage(text, replyTo) {
  const head = el('div', { class: 'author' }, el('span', { class: 'name' }, 'You'), clock())
  const avatar = el('img', { src: '/preview/assets/you.svg', alt: '', class: 'avatar', width: 40, height: 40 })
  const body = el('div', { class: 'body' }, head, el('p', { class: 'content plain' }, text))
  const context = replyTo === null ? null : replyLine('Footnote', replyTo.words)
  return el('article', { class: 'message', 'aria-label': 'You' }, context, avatar, body)
}

/**
 * @param {string} input
 * @param {(line: string) => void} use
 */
export function usedLine(input, use) {
  const [, name = input, rest = ''] = /^\s*(\/\S+)\s*(.*)$/s.exec(input) ?? []
  const used = el(
    'button',
    { type: 'button', class: 'used', title: 'Put it into the message box', click: () => use(input) },
    name,
  )
  return el(
    'div',
    { class: 'context' },
    el('img', { src: '/preview/assets/you.svg', alt: '', width: 16, height: 16 }),
    el('span', { class: 'who' }, 'You'),
    ' used ',
    used,
    rest === '' ? null : el('span', { class: 'used-with' }, ` ${rest}`),
  )
}

/**
 * @param {string} who
 * @param {string} words
 */
export function replyLine(who, words) {
  return el(
    'div',
    { class: 'context' },
    icon('reply'),
    el('span', { class: 'who' }, who),
    el('span', { class: 'used-with' }, words),
  )
}

function clock() {
  const now = new Date()
  const shown = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(now)
  return el('time', { datetime: now.toISOString() }, shown)
}

export function thinking() {
  const dots = el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'))
  return el('p', { class: 'thinking' }, dots, ' Footnote is thinking…')
}
