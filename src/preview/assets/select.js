/** Discord's select menu: a button that opens a listbox, by mouse or keyboard; used in messages and modals. */
import { el, icon } from './dom.js'

/** @typedef {{ label: string, value: string, description?: string, default?: boolean, emoji?: { name?: string, id?: string } }} Choice */
/** @typedef {{ options: Choice[], placeholder: string, min: number, max: number, disabled: boolean, label?: string }} Settings */

let count = 0

/**
 * `chosen` is called once the choice is made: at once where one is allowed, else when the list closes.
 * @param {Settings} settings
 * @param {(values: string[]) => void} chosen
 */
export function selectMenu(settings, chosen) {
  const { options, placeholder, min, max } = settings
  const id = `select-${++count}`
  const picked = new Set(options.filter((option) => option.default).map((option) => option.value))
  let before = ''
  let active = 0
  const shown = el('span', { class: 'select-shown' })
  const button = el(
    'button',
    {
      type: 'button',
      class: 'select-button',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-label': settings.label ?? placeholder,
      disabled: settings.disabled,
    },
    shown,
    icon('down'),
  )
  const items = options.map((option, i) =>
    el(
      'li',
      {
        role: 'option',
        id: `${id}-${i}`,
        'aria-selected': String(picked.has(option.value)),
        click: () => pick(i),
        mousemove: () => move(i),
      },
      el(
        'span',
        { class: 'option-label' },
        `${option.emoji?.id === undefined && option.emoji?.name ? `${option.emoji.name} ` : ''}${option.label}`,
      ),
      option.description ? el('span', { class: 'option-detail' }, option.description) : null,
    ),
  )
  const list = el(
    'ul',
    {
      id,
      role: 'listbox',
      class: 'select-list',
      'aria-label': settings.label ?? placeholder,
      'aria-multiselectable': String(max > 1),
      hidden: true,
    },
    ...items,
  )
  const element = el('div', { class: 'select' }, button, list)

  function show() {
    const labels = options.filter((option) => picked.has(option.value)).map((option) => option.label)
    shown.textContent = labels.join(', ') || placeholder
    shown.classList.toggle('empty', labels.length === 0)
    for (const [i, item] of items.entries())
      item.setAttribute('aria-selected', String(picked.has(options[i]?.value ?? '')))
  }

  /** @param {number} to */
  function move(to) {
    active = Math.max(0, Math.min(items.length - 1, to))
    for (const [i, item] of items.entries()) item.classList.toggle('active', i === active)
    button.setAttribute('aria-activedescendant', `${id}-${active}`)
  }

  function open() {
    before = [...picked].join('\n')
    list.hidden = false
    button.setAttribute('aria-expanded', 'true')
    move(
      Math.max(
        0,
        options.findIndex((option) => picked.has(option.value)),
      ),
    )
    list.scrollIntoView({ block: 'nearest' })
    document.addEventListener('pointerdown', outside)
  }

  function close() {
    if (list.hidden) return
    list.hidden = true
    button.setAttribute('aria-expanded', 'false')
    button.removeAttribute('aria-activedescendant')
    document.removeEventListener('pointerdown', outside)
    if (max > 1 && picked.size >= min && [...picked].join('\n') !== before) chosen([...picked])
  }

  /** @param {Event} event */
  function outside(event) {
    if (event.target instanceof Node && !element.contains(event.target)) close()
  }

  /** @param {number} i */
  function pick(i) {
    const value = options[i]?.value
    if (value === undefined) return
    if (max === 1) {
      picked.clear()
      picked.add(value)
      show()
      close()
      button.focus()
      chosen([value])
      return
    }
    if (picked.has(value)) picked.delete(value)
    else if (picked.size < max) picked.add(value)
    show()
  }

  button.addEventListener('click', () => (list.hidden ? open() : close()))
  button.addEventListener('blur', (event) => {
    if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) close()
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('keydown', (event) => {
    const { key } = event
    if (list.hidden) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      open()
    } else if (key === 'ArrowDown') move(active + 1)
    else if (key === 'ArrowUp') move(active - 1)
    else if (key === 'Home') move(0)
    else if (key === 'End') move(items.length - 1)
    else if (key === 'Enter' || key === ' ') pick(active)
    else if (key === 'Escape') close()
    else if (key.length === 1)
      move(
        Math.max(
          0,
          options.findIndex((option) => option.label.toLowerCase().startsWith(key.toLowerCase())),
        ),
      )
    else return
    event.preventDefault()
    event.stopPropagation()
    items[active]?.scrollIntoView({ block: 'nearest' })
  })
  show()
  return { element, values: () => [...picked] }
}
