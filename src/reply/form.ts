/** A form as the modal that Discord shows. */
import {
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Form } from './model.ts'
import type { Sealer } from './state.ts'

const TITLE = 45
const LABEL = 45
const LONGEST_TEXT = 4000

/** @throws RangeError where the form's state is too long for a custom id */
export function toModal(form: Form, sealer: Sealer): APIModalInteractionResponse {
  const id = sealer.seal(form.action, form.args)
  if (id === null) throw new RangeError(`the form ${form.action} carries too much`)
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: id,
      title: form.title.slice(0, TITLE),
      components: form.fields.map((field) => ({
        type: ComponentType.Label,
        label: field.label.slice(0, LABEL),
        component: {
          type: ComponentType.TextInput,
          custom_id: field.id,
          style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
          max_length: Math.min(field.longest, LONGEST_TEXT),
          required: false,
          ...(field.value === '' ? {} : { value: field.value.slice(0, LONGEST_TEXT) }),
        },
      })),
    },
  }
}
