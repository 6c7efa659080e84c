/** A modal as Discord shows one: text inputs and select menus, each with its label. */
import { byId, el } from './dom.js'
import { markdownView } from './markdown-view.js'
import { selectMenu } from './select.js'

/** @import { Block } from '../markdown.ts' */
/** @import { Part } from './components.js' */

/** `missing` says what is still to be done in the field; null where nothing is. @typedef {{ customId: string, read: () => string | string[], missing: () => string | null }} Field */

/**
 * Resolves with the fields by custom id once it is sent, and with null when it is closed.
 * @param {{ title: string, components: Part[] }} data
 * @param {Readonly<Record<string, readonly Block[]>>} texts
 * @returns {Promise<Record<string, string | string[]> | null>}
 */
export function askInModal(data, texts) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('modal'))
  /** @type {Field[]} */
  const fields = []
  const parts = data.components.map((part) => partView(part, texts, fields))
  const cancel = el('button', { type: 'button', class: 'button secondary' }, 'Cancel')
  const send = el('button', { type: 'submit', class: 'button primary' }, 'Submit')
  const fault = el('p', { class: 'fault', role: 'alert' })
  const form = el('form', {}, ...parts, fault, el('div', { class: 'modal-buttons' }, cancel, send))
  dialog.replaceChildren(el('h2', { id: 'modal-title' }, data.title), form)
  dialog.showModal()
  const first = dialog.querySelector('input, textarea, .select-button')
  if (first instanceof HTMLElement) first.focus()
  const { promise, resolve } = /** @type {PromiseWithResolvers<Record<string, string | string[]> | null>} */ (
    Promise.withResolvers()
  )
  cancel.addEventListener('click', () => dialog.close())
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const missing = fields.map((field) => field.missing()).find((each) => each !== null)
    fault.textContent = missing ?? ''
    if (missing !== undefined) return
    resolve(Object.fromEntries(fields.map((field) => [field.customId, field.read()])))
    dialog.close()
  })
  dialog.addEventListener('close', () => resolve(null), { once: true })
  return promise
}

/**
 * @param {Part} part
 * @param {Readonly<Record<string, readonly Block[]>>} texts
 * @param {Field[]} fields
 * @returns {HTMLElement}
 */
function partView(part, texts, fields) {
  if (part.type === 10) return markdownView(texts[part.content ?? ''] ?? [], () => {})
  if (part.type === 1)
    return el('div', {}, ...(part.components ?? []).map((each) => fieldView(each, each.label ?? '', '', fields)))
  if (part.type === 18 && part.component !== undefined)
    return fieldView(part.component, part.label ?? '', part.description ?? '', fields)
  return el('p', { class: 'unknown' }, `A field of type ${part.type}, which the preview does not draw.`)
}

/**
 * @param {Part} part
 * @param {string} label
 * @param {string} description
 * @param {Field[]} fields
 * @returns {HTMLElement}
 */
function fieldView(part, label, description, fields) {
  const customId = part.custom_id ?? ''
  const required = part.required !== false
  const detail = description === '' ? null : el('p', { class: 'field-detail' }, description)
  const mark = required ? el('span', { class: 'required', 'aria-hidden': 'true' }, ' *') : null
  if (part.type === 3) {
    const settings = {
      options: part.options ?? [],
      placeholder: part.placeholder ?? 'Make a selection',
      min: part.min_values ?? 1,
      max: part.max_values ?? 1,
      disabled: false,
      label,
    }
    const select = selectMenu(settings, () => {})
    fields.push({
      customId,
      read: select.values,
      missing: () => (required ? missingChoice(select, label, settings.min) : null),
    })
    return el('div', { class: 'modal-field' }, el('p', { class: 'field-label' }, label, mark), detail, select.element)
  }
  if (part.type !== 4) return el('p', { class: 'unknown' }, `${label}: a field of type ${part.type}, only in Discord.`)
  const attributes = {
    placeholder: part.placeholder,
    minlength: part.min_length,
    maxlength: part.max_length ?? 4000,
    required,
  }
  const input =
    part.style === 2 ? el('textarea', { ...attributes, rows: 4 }) : el('input', { ...attributes, type: 'text' })
  input.value = part.value ?? ''
  fields.push({ customId, read: () => input.value, missing: () => null })
  return el('div', { class: 'modal-field' }, el('label', { class: 'field-label' }, label, mark, input), detail)
}

/**
 * @param {ReturnType<typeof selectMenu>} menu
 * @param {string} label
 * @param {number} min
 */
function missingChoice(menu, label, min) {
  if (menu.values().length >= min) return null
  menu.element.querySelector('button')?.focus()
  return `${label}: choose ${min === 1 ? 'one' : `at least ${min}`}.`
}
