/** A modal's fields as a person filled them in, in the shape in which Discord sends them back. */
import { type APIModalSubmissionComponent, ComponentType } from 'discord-api-types/v10'

/** By custom id: what was typed, or what was chosen. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>

type Part = Readonly<Record<string, unknown>>

/** `components` are the modal's own, as the bot sent them; a field that was left alone comes back empty. */
export function modalComponents(components: unknown, fields: ModalFields): APIModalSubmissionComponent[] {
  return parts(components).flatMap((part, id): APIModalSubmissionComponent[] => {
    if (part['type'] === ComponentType.TextDisplay) return [{ type: ComponentType.TextDisplay, id }]
    if (part['type'] === ComponentType.ActionRow) {
      const inner = parts(part['components']).map((field) => textInput(field, fields, id))
      return [{ type: ComponentType.ActionRow, id, components: inner }]
    }
    if (part['type'] !== ComponentType.Label) return []
    const [field] = parts([part['component']])
    if (field === undefined) return []
    const component =
      field['type'] === ComponentType.StringSelect ? stringSelect(field, fields, id) : textInput(field, fields, id)
    return [{ type: ComponentType.Label, id, component }]
  })
}

function textInput(field: Part, fields: ModalFields, id: number) {
  const customId = String(field['custom_id'])
  const value = fields[customId]
  return {
    type: ComponentType.TextInput as const,
    id,
    custom_id: customId,
    value: typeof value === 'string' ? value : '',
  }
}

function stringSelect(field: Part, fields: ModalFields, id: number) {
  const customId = String(field['custom_id'])
  const value = fields[customId] ?? []
  return {
    type: ComponentType.StringSelect as const,
    id,
    custom_id: customId,
    values: typeof value === 'string' ? [value] : [...value],
  }
}

function parts(value: unknown): Part[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
}
