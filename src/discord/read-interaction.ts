/** What an interaction as Discord's API types it asks for, in this house's words. */
import {
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10'
import { messageText } from './message-text.ts'

export type Request =
  | { readonly kind: 'command'; readonly name: string; readonly subcommand: string | null; readonly values: Values }
  | {
      readonly kind: 'autocomplete'
      readonly name: string
      readonly subcommand: string | null
      readonly values: Values
      readonly focused: { readonly name: string; readonly typed: string }
    }
  | { readonly kind: 'menu'; readonly name: string; readonly text: string; readonly messageId: string }
  | { readonly kind: 'component'; readonly id: string; readonly values: readonly string[] }
  | { readonly kind: 'modal'; readonly id: string; readonly fields: Values }
  | { readonly kind: 'ping' }
  | { readonly kind: 'other' }

type Values = Readonly<Record<string, string>>
type Option = APIApplicationCommandInteractionDataOption

interface Flat {
  readonly subcommand: string | null
  readonly values: Values
  readonly focused: { readonly name: string; readonly typed: string } | null
}

/** Options taken out of their subcommand; every value as text, a file as the address where it lies. */
export function flatten(options: readonly Option[], files: Readonly<Record<string, APIAttachment>> = {}): Flat {
  const values: Record<string, string> = {}
  let subcommand: string | null = null
  let focused: Flat['focused'] = null
  for (const option of options) {
    if (
      option.type === ApplicationCommandOptionType.Subcommand ||
      option.type === ApplicationCommandOptionType.SubcommandGroup
    ) {
      const inner = flatten(option.options ?? [], files)
      subcommand = inner.subcommand === null ? option.name : `${option.name} ${inner.subcommand}`
      Object.assign(values, inner.values)
      focused ??= inner.focused
      continue
    }
    const isFile = option.type === ApplicationCommandOptionType.Attachment
    // What is being typed may have no value yet.
    const value = isFile ? (files[option.value]?.url ?? '') : String(option.value ?? '')
    if ('focused' in option && option.focused === true) focused = { name: option.name, typed: value }
    if (value.trim() !== '') values[option.name] = value
  }
  return { subcommand, values, focused }
}

export function readInteraction(interaction: APIInteraction): Request {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { kind: 'ping' }
    case InteractionType.ApplicationCommand: {
      const { data } = interaction
      if (data.type === ApplicationCommandType.ChatInput) {
        const { subcommand, values } = flatten(data.options ?? [], data.resolved?.attachments)
        return { kind: 'command', name: data.name, subcommand, values }
      }
      if (data.type !== ApplicationCommandType.Message) return { kind: 'other' }
      const message = data.resolved?.messages?.[data.target_id]
      return { kind: 'menu', name: data.name, text: messageText(message), messageId: data.target_id }
    }
    case InteractionType.ApplicationCommandAutocomplete: {
      const { subcommand, values, focused } = flatten((interaction.data.options ?? []) as readonly Option[])
      return {
        kind: 'autocomplete',
        name: interaction.data.name,
        subcommand,
        values,
        focused: focused ?? { name: '', typed: '' },
      }
    }
    case InteractionType.MessageComponent:
      return {
        kind: 'component',
        id: interaction.data.custom_id,
        values: 'values' in interaction.data ? interaction.data.values : [],
      }
    case InteractionType.ModalSubmit: {
      const fields: Record<string, string> = {}
      for (const row of interaction.data.components ?? [])
        for (const field of 'components' in row ? row.components : 'component' in row ? [row.component] : [])
          if ('value' in field && typeof field.value === 'string') fields[field.custom_id] = field.value
      return { kind: 'modal', id: interaction.data.custom_id, fields }
    }
    // Discord may come to send kinds that are not known here.
    default:
      return { kind: 'other' }
  }
}
