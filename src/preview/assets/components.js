/**
 * Discord's components as elements: https://discord.com/developers/docs/components/reference. Drawn from the response
 * object itself; nothing is fetched from another host, so a picture that is not attached becomes a link.
 */
import { el, icon } from './dom.js'
import { linkView, markdownView } from './markdown-view.js'
import { selectMenu } from './select.js'

/** @import { Block } from '../markdown.ts' */
/** @import { Attachment } from '../attachments.ts' */

/**
 * What the page reads of a component, whichever kind it is.
 * @typedef {object} Part
 * @property {number} type
 * @property {string} [content]
 * @property {Part[]} [components]
 * @property {Part} [accessory]
 * @property {Part} [component]
 * @property {number | null} [accent_color]
 * @property {boolean} [spoiler]
 * @property {boolean} [divider]
 * @property {number} [spacing]
 * @property {number} [style]
 * @property {string} [label]
 * @property {string} [url]
 * @property {string} [custom_id]
 * @property {boolean} [disabled]
 * @property {{ name?: string, id?: string }} [emoji]
 * @property {string | null} [description]
 * @property {{ url: string }} [media]
 * @property {{ url: string }} [file]
 * @property {{ media: { url: string }, description?: string | null, spoiler?: boolean }[]} [items]
 * @property {string} [placeholder]
 * @property {number} [min_values]
 * @property {number} [max_values]
 * @property {number} [min_length]
 * @property {number} [max_length]
 * @property {boolean} [required]
 * @property {string} [value]
 * @property {import('./select.js').Choice[]} [options]
 */

/**
 * @typedef {object} Drawing
 * @property {Readonly<Record<string, readonly Block[]>>} texts
 * @property {readonly Attachment[]} files
 * @property {(customId: string, values: string[]) => void} press
 * @property {(line: string) => void} useCommand
 */

const BUTTON_STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'primary']

/**
 * @param {Part} part
 * @param {Drawing} drawing
 * @returns {HTMLElement}
 */
export function componentView(part, drawing) {
  switch (part.type) {
    case 1:
      return el('div', { class: 'action-row' }, ...all(part.components, drawing))
    case 2:
      return buttonView(part, drawing)
    case 3:
      return selectMenu(
        {
          options: part.options ?? [],
          placeholder: part.placeholder ?? 'Make a selection',
          min: part.min_values ?? 1,
          max: part.max_values ?? 1,
          disabled: part.disabled === true,
        },
        (values) => drawing.press(part.custom_id ?? '', values),
      ).element
    case 5:
    case 6:
    case 7:
    case 8: {
      const settings = {
        options: [],
        placeholder: `${part.placeholder ?? 'Choose'} (only in Discord)`,
        min: 1,
        max: 1,
        disabled: true,
      }
      return selectMenu(settings, () => {}).element
    }
    case 9: {
      const text = el('div', { class: 'section-text' }, ...all(part.components, drawing))
      return el(
        'div',
        { class: 'section' },
        text,
        part.accessory === undefined ? null : componentView(part.accessory, drawing),
      )
    }
    case 10:
      return markdownView(drawing.texts[part.content ?? ''] ?? [], drawing.useCommand)
    case 11:
      return pictureView(part.media?.url ?? '', part.description ?? '', 'thumbnail', drawing)
    case 12: {
      const items = (part.items ?? []).map((item) => {
        const picture = pictureView(item.media.url, item.description ?? '', 'picture', drawing)
        return item.spoiler === true ? hidden(picture) : picture
      })
      return el('div', { class: `gallery gallery-${Math.min(items.length, 3)}` }, ...items)
    }
    case 13: {
      const file = fileView(part.file?.url ?? '', drawing)
      return part.spoiler === true ? hidden(file) : file
    }
    case 14:
      return el('hr', {
        class: `separator ${part.divider === false ? 'bare' : ''} ${part.spacing === 2 ? 'wide' : ''}`,
      })
    case 17: {
      const box = el('div', { class: 'container' }, ...all(part.components, drawing))
      if (typeof part.accent_color === 'number') {
        box.classList.add('accented')
        box.style.setProperty('--accent', `#${part.accent_color.toString(16).padStart(6, '0')}`)
      }
      return part.spoiler === true ? hidden(box) : box
    }
    default:
      return el('p', { class: 'unknown' }, `A component of type ${part.type}, which the preview does not draw.`)
  }
}

/**
 * @param {Part[] | undefined} parts
 * @param {Drawing} drawing
 */
export function all(parts, drawing) {
  return (parts ?? []).map((part) => componentView(part, drawing))
}

/**
 * @param {Part} part
 * @param {Drawing} drawing
 */
function buttonView(part, drawing) {
  const style = BUTTON_STYLES[part.style ?? 2] ?? 'secondary'
  const label = `${part.emoji?.id === undefined ? (part.emoji?.name ?? '') : ''} ${part.label ?? ''}`.trim()
  if (part.url !== undefined && /^https?:\/\//.test(part.url)) {
    const link = linkView(part.url, [label, icon('open')])
    link.className = 'button link'
    return link
  }
  const button = el('button', { type: 'button', class: `button ${style}`, disabled: part.disabled === true }, label)
  button.addEventListener('click', () => {
    button.classList.add('waiting')
    drawing.press(part.custom_id ?? '', [])
  })
  return button
}

/**
 * @param {string} url
 * @param {Drawing} drawing
 */
function attached(url, drawing) {
  return drawing.files.find((file) => url === `attachment://${file.name}`)
}

/**
 * @param {string} url
 * @param {string} description
 * @param {string} name
 * @param {Drawing} drawing
 */
function pictureView(url, description, name, drawing) {
  const file = attached(url, drawing)
  if (file === undefined) return awayView(url)
  const picture = el('img', { src: file.url, alt: description || file.name, class: name })
  const link = linkView(file.url, [picture])
  link.className = `${name}-link`
  link.setAttribute('aria-label', `Open ${description || file.name}`)
  return link
}

/** A file that lives elsewhere: named, never loaded. @param {string} url */
function awayView(url) {
  if (!/^https?:\/\//.test(url)) return el('p', { class: 'unknown' }, 'This file is no longer here.')
  return el(
    'div',
    { class: 'file' },
    icon('file'),
    el('div', {}, linkView(url, ['A file on another site']), el('p', { class: 'size' }, new URL(url).hostname)),
  )
}

/**
 * @param {string} url
 * @param {Drawing} drawing
 */
export function fileView(url, drawing) {
  const file = attached(url, drawing)
  if (file === undefined) return awayView(url)
  const text = el('div', {}, linkView(file.url, [file.name]), el('p', { class: 'size' }, sizeText(file.size)))
  const save = el(
    'a',
    { href: file.url, download: file.name, class: 'icon-button', 'aria-label': `Save ${file.name}` },
    icon('save'),
  )
  return el('div', { class: 'file' }, icon('file'), text, save)
}

/** Files of a reply that no component shows, as Discord adds them below. @param {Drawing} drawing */
export function looseFiles(drawing) {
  return drawing.files.map((file) => {
    const url = `attachment://${file.name}`
    return file.contentType.startsWith('image/')
      ? pictureView(url, file.name, 'picture', drawing)
      : fileView(url, drawing)
  })
}

/** @param {HTMLElement} inner */
function hidden(inner) {
  inner.inert = true
  const show = el('button', { type: 'button', class: 'button secondary veil' }, 'Spoiler')
  const box = el('div', { class: 'veiled' }, inner, show)
  show.addEventListener('click', () => {
    inner.inert = false
    show.remove()
    box.classList.remove('veiled')
  })
  return box
}

/** @param {number} bytes */
function sizeText(bytes) {
  if (bytes < 1024) return `${bytes} bytes`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
