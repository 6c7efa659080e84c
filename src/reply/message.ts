/**
 * A reply as the body of a Discord message in Components V2. Budgets are kept here, by whole blocks: what does not fit
 * is on the next page, or counted where nobody could turn to it.
 */
import {
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  SeparatorSpacingSize,
} from 'discord-api-types/v10'
import type { Outcome } from '../answer/model.ts'
import {
  BUTTON_LABEL,
  BUTTONS_PER_ROW,
  CHOICE_TEXT,
  LINK_URL,
  MESSAGE_BYTES,
  MESSAGE_COMPONENTS,
  MESSAGE_TEXT,
  SELECT_OPTIONS,
  SELECT_PLACEHOLDER,
} from './limits.ts'
import type { Block, Button, Reply, ReplyFile, SelectMenu } from './model.ts'
import { paginate } from './pages.ts'
import type { Sealer } from './state.ts'
import type { Words } from './words/model.ts'

/** Rows of controls under a reply: more would push the text out of sight. */
const MOST_ROWS = 5

/** Colours that can be told apart by the colour-blind too (Okabe and Ito's palette). */
const ACCENT: Readonly<Record<Outcome, number>> = {
  answered: 0x009e73,
  related: 0xe69f00,
  none: 0x7f8c8d,
  invalid: 0xd55e00,
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const satisfies Record<string, APIButtonComponentWithCustomId['style']>

/** What a message and an immediate callback have in common. */
export type MessageBody = Required<Pick<RESTPostAPIChannelMessageJSONBody, 'flags' | 'allowed_mentions' | 'components'>>

/** Kept free for what stands around the text: names, addresses, the JSON itself. */
const FRAME_BYTES = 1500
/** The row of the page buttons. */
const PAGE_ROW = 3

/** The body to send; pings nobody whatever the text says. */
export function toMessage(reply: Reply, words: Words, sealer: Sealer): MessageBody {
  const rows = controlRows(reply.selects, reply.buttons, sealer)
  const top: readonly Block[] = reply.heading === undefined ? [] : [{ kind: 'text', markdown: reply.heading }]
  const reserve = (reply.heading?.length ?? 0) + words.label.more(999).length + 4
  const pages = paginate(reply.blocks, {
    text: MESSAGE_TEXT - reserve,
    bytes: MESSAGE_BYTES - FRAME_BYTES - 4 * reserve,
    components: MESSAGE_COMPONENTS - countComponents(rows) - PAGE_ROW - 3,
  })
  const at = Math.max(0, Math.min(reply.pages?.page ?? 0, pages.length - 1))
  const turning = pages.length > 1 ? pageRow(reply.pages, at, pages.length, words, sealer) : null
  const left = pages
    .slice(at + 1)
    .flat()
    .filter(({ kind }) => kind === 'text').length
  const counted: readonly Block[] =
    turning === null && left > 0 ? [{ kind: 'text', markdown: `-# ${words.label.more(left)}` }] : []
  const components: APIComponentInContainer[] = [
    ...[...top, ...(pages[at] ?? []), ...counted].map(toComponent),
    ...(turning === null ? [] : [turning]),
    ...rows.slice(0, turning === null ? MOST_ROWS : MOST_ROWS - 1),
  ]
  const container: APIMessageTopLevelComponent = {
    type: ComponentType.Container,
    accent_color: ACCENT[reply.outcome],
    components,
  }
  return {
    flags: MessageFlags.IsComponentsV2 | (reply.private ? MessageFlags.Ephemeral : 0),
    allowed_mentions: { parse: [] },
    components: [container],
  }
}

/** Back and on; null where they can't carry what they need. */
function pageRow(pages: Reply['pages'], at: number, count: number, words: Words, sealer: Sealer): ControlRow | null {
  if (pages === undefined) return null
  const turnTo = (page: number, label: string): readonly APIButtonComponent[] => {
    if (page < 0 || page >= count) return []
    const args = [String(page), ...pages.args]
    const button = toButton({ kind: 'action', label, action: pages.action, args, style: 'secondary' }, sealer)
    return button === null ? [] : [button]
  }
  const on = turnTo(at + 1, words.label.nextPage(at + 2, count))
  const back = turnTo(at - 1, words.label.previousPage(at, count))
  const buttons = [...back, ...on]
  return buttons.length === 0 ? null : { type: ComponentType.ActionRow, components: buttons }
}

/** The reply's files that the message shows: a page takes along only its own. */
export function filesShown(reply: Reply, message: MessageBody): readonly ReplyFile[] {
  const shown = new Set(
    (message.components ?? []).flatMap((top) =>
      'components' in top
        ? top.components.flatMap((component) => {
            if (component.type === ComponentType.File) return [component.file.url]
            return component.type === ComponentType.MediaGallery ? component.items.map(({ media }) => media.url) : []
          })
        : [],
    ),
  )
  return reply.files.filter(({ name }) => shown.has(`attachment://${name}`))
}

function toComponent(block: Block): APIComponentInContainer {
  switch (block.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: block.markdown }
    case 'rule':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small }
    case 'image':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${block.file}` }, description: block.alt.slice(0, 1024) }],
      }
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${block.file}` } }
  }
}

type ControlRow = Extract<APIComponentInContainer, { type: ComponentType.ActionRow }>

function controlRows(menus: readonly SelectMenu[], under: readonly Button[], sealer: Sealer): readonly ControlRow[] {
  const selects = menus.flatMap((select) => toSelect(select, sealer) ?? [])
  const rows: ControlRow[] = selects.map((select) => ({ type: ComponentType.ActionRow, components: [select] }))
  const buttons = under.flatMap((button) => toButton(button, sealer) ?? [])
  for (let at = 0; at < buttons.length && rows.length < MOST_ROWS; at += BUTTONS_PER_ROW)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + BUTTONS_PER_ROW) })
  return rows
}

/** Null where what it carries does not fit: a button that can't work is not shown. */
function toButton(button: Button, sealer: Sealer): APIButtonComponent | null {
  const label = button.label.slice(0, BUTTON_LABEL)
  if (button.kind === 'link')
    return button.url.length > LINK_URL
      ? null
      : { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
  const id = sealer.seal(button.action, button.args)
  return id === null ? null : { type: ComponentType.Button, style: STYLES[button.style], label, custom_id: id }
}

function toSelect(select: SelectMenu, sealer: Sealer): APIStringSelectComponent | null {
  const id = sealer.seal(select.action, select.args)
  if (id === null || select.options.length === 0) return null
  return {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: select.placeholder.slice(0, SELECT_PLACEHOLDER),
    options: select.options.slice(0, SELECT_OPTIONS).map((option) => ({
      label: option.label.slice(0, CHOICE_TEXT),
      value: option.value,
      ...(option.description === undefined ? {} : { description: option.description.slice(0, CHOICE_TEXT) }),
    })),
  }
}

function countComponents(rows: readonly ControlRow[]): number {
  return rows.reduce((sum, row) => sum + 1 + row.components.length, 0)
}
