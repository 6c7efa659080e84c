/**
 * A reply as the body of a Discord message in Components V2. Budgets are kept here, by whole blocks: what does not fit
 * is left out from the end and counted.
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
} from 'discord.js'
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
import type { Block, Button, Reply, SelectMenu } from './model.ts'
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

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8')

/** The body to send; pings nobody whatever the text says. */
export function toMessage(reply: Reply, words: Words, sealer: Sealer): MessageBody {
  const rows = controlRows(reply, sealer)
  const inside = blocksThatFit(reply.blocks, countComponents(rows) + 1, words)
  const components: APIComponentInContainer[] = [...inside.map(toComponent), ...rows]
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

function blocksThatFit(blocks: readonly Block[], used: number, words: Words): readonly Block[] {
  const reserve = words.label.more(99).length + 4
  let text = MESSAGE_TEXT - reserve
  let size = MESSAGE_BYTES - reserve - 1500
  let components = MESSAGE_COMPONENTS - used - 1
  const kept: Block[] = []
  for (const [order, block] of blocks.entries()) {
    const cost = block.kind === 'text' ? block.markdown.length : 0
    const weight = block.kind === 'text' ? bytes(block.markdown) : 0
    const count = block.kind === 'image' ? 2 : 1
    if (cost > text || weight > size || count > components) {
      const left = blocks.slice(order).filter((other) => other.kind === 'text').length
      while (kept.at(-1)?.kind === 'rule') kept.pop()
      if (left > 0) kept.push({ kind: 'text', markdown: `-# ${words.label.more(left)}` })
      break
    }
    text -= cost
    size -= weight
    components -= count
    kept.push(block)
  }
  while (kept.at(-1)?.kind === 'rule') kept.pop()
  return kept
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

function controlRows(reply: Reply, sealer: Sealer): readonly ControlRow[] {
  const selects = reply.selects.flatMap((select) => toSelect(select, sealer) ?? [])
  const rows: ControlRow[] = selects.map((select) => ({ type: ComponentType.ActionRow, components: [select] }))
  const buttons = reply.buttons.flatMap((button) => toButton(button, sealer) ?? [])
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
