/** Rules of the callback to an interaction: which kinds answer which interaction, and what each may hold. */
import * as spec from 'discord-api-spec/zod'
import { integer, type Json, list, object, objects, text } from '../json.ts'
import { kind, nested, selectProblems } from './components.ts'
import { flag, messageProblems, type Upload } from './message.ts'
import { schemaProblems } from './schema.ts'

/** Interaction types and callback types, as Discord numbers them. */
export const interaction = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const
export const callback = { pong: 1, message: 4, defer: 5, deferUpdate: 6, update: 7, choices: 8, modal: 9 } as const

const { command, component, autocomplete, modal } = interaction
const answers: Readonly<Record<number, readonly number[]>> = {
  [callback.pong]: [],
  [callback.message]: [command, component, modal],
  [callback.defer]: [command, component, modal],
  [callback.deferUpdate]: [component, modal],
  [callback.update]: [component, modal],
  [callback.choices]: [autocomplete],
  [callback.modal]: [command, component],
}

export interface Answered {
  readonly type: number
  /** Of an autocomplete: the type of the option being typed. */
  readonly optionType: number | null
  /** Of a component: the message it stands on. */
  readonly message: { readonly body: Json; readonly files: readonly { readonly name: string }[] } | null
}

/** What is wrong with the callback; empty when Discord would take it. */
export function callbackProblems(body: unknown, to: Answered, files: readonly Upload[]): string[] {
  const { type, data } = object(body)
  const fits = typeof type === 'number' ? answers[type] : undefined
  if (fits === undefined) return [`type: Discord has no callback ${JSON.stringify(type)}`]
  const problems = fits.includes(to.type)
    ? []
    : [`type: ${String(type)} does not answer an interaction of type ${to.type}`]
  if (type === callback.update && to.message === null) problems.push('type: there is no message to update')
  if (files.length > 0 && type !== callback.message && type !== callback.update)
    problems.push('files: not with this type')
  return [...problems, ...dataProblems(integer(type), body, object(data), to, files)]
}

function dataProblems(type: number, body: unknown, data: Json, to: Answered, files: readonly Upload[]): string[] {
  const frame = Object.keys(object(body))
    .filter((key) => key !== 'type' && key !== 'data')
    .map((key) => `${key}: unknown key`)
  const flags = flag.suppressEmbeds | flag.ephemeral | flag.silent | flag.v2
  switch (type) {
    case callback.message:
      return [
        ...frame,
        ...messageProblems(data, { schema: spec.IncomingWebhookInteractionRequestSchema, flags, files, before: null }),
      ]
    case callback.update: {
      const schema = spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema
      return [...frame, ...messageProblems(data, { schema, flags, files, before: to.message })]
    }
    case callback.defer:
      return schemaProblems(spec.CreateMessageInteractionCallbackRequestSchema, body)
    case callback.choices:
      return [
        ...schemaProblems(spec.ApplicationCommandAutocompleteCallbackRequestSchema, body),
        ...choiceProblems(data, to),
      ]
    case callback.modal:
      return [...schemaProblems(spec.ModalInteractionCallbackRequestSchema, body), ...modalProblems(data)]
    default:
      return schemaProblems(spec.PongInteractionCallbackRequestSchema, { type: callback.pong })
  }
}

function choiceProblems(data: Json, to: Answered): string[] {
  if (!Array.isArray(data['choices'])) return ['choices: needed, if only an empty list']
  return objects(data['choices']).flatMap((choice) => {
    const problems: string[] = []
    const { name, value } = choice
    if (text(value).length > 100) problems.push(`choices: a value of ${text(value).length} characters, at most 100`)
    if (text(name).trim() === '') problems.push('choices: a blank name')
    if ((typeof value === 'string') !== (to.optionType === 3))
      problems.push('choices: a value not of the type of its option')
    return problems
  })
}

function modalProblems(data: Json): string[] {
  const problems: string[] = []
  const top = objects(data['components'])
  if (top.length > 5) problems.push(`components: ${top.length} in a modal, at most 5`)
  const ids = nested(top)
    .map((item) => item['custom_id'])
    .filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) problems.push('components: a custom_id stands twice')
  for (const item of top) {
    const input = object(item['type'] === kind.label ? item['component'] : list(item['components'])[0])
    if (item['type'] === kind.label && input['label'] !== undefined)
      problems.push('text input: inside a label it has none')
    if (item['type'] === kind.row && text(input['label']) === '') problems.push('text input: a label is needed')
    if (integer(input['min_length']) > (typeof input['max_length'] === 'number' ? input['max_length'] : 4000)) {
      problems.push('text input: min_length over max_length')
    }
    problems.push(...selectProblems(input))
  }
  return problems
}
