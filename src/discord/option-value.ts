/** One option's value, read from text and held to what its declaration says, as Discord's client does before sending. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  type InteractionType,
} from 'discord-api-types/v10'

/** A declared option with every bound that any type of option may carry. */
export type RangedOption = Pick<APIApplicationCommandBasicOption, 'name' | 'type'> & {
  readonly choices?: readonly APIApplicationCommandOptionChoice[]
  readonly min_value?: number
  readonly max_value?: number
  readonly min_length?: number
  readonly max_length?: number
}

export type ReadValue =
  | {
      readonly ok: true
      readonly option: APIApplicationCommandInteractionDataBasicOption<InteractionType.ApplicationCommand>
    }
  | { readonly ok: false; readonly message: string }

/** Discord sends no longer string: https://discord.com/developers/docs/interactions/application-commands */
export const STRING_OPTION_MAX = 6000

const MENTION = /^(?:<(?:@!?|@&|#)(\d{1,20})>|(\d{1,20}))$/

/** `text` as the option's value; a choice may be named by what it shows or by its value. */
export function optionValue(option: RangedOption, text: string): ReadValue {
  const { name } = option
  if (option.choices !== undefined && option.choices.length > 0) return choiceValue(option, option.choices, text)
  switch (option.type) {
    case ApplicationCommandOptionType.String: {
      const fault = lengthFault(option, text)
      return fault === null ? { ok: true, option: { name, type: option.type, value: text } } : refuse(fault)
    }
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number: {
      const value = Number(text.replace(/^\+/, ''))
      const whole = option.type === ApplicationCommandOptionType.Integer
      if (!/^[+-]?\d+(\.\d+)?$/.test(text) || (whole && !Number.isSafeInteger(value))) {
        return refuse(`${name}: takes a ${whole ? 'whole ' : ''}number.`)
      }
      const fault = rangeFault(option, value)
      return fault === null ? { ok: true, option: { name, type: option.type, value } } : refuse(fault)
    }
    case ApplicationCommandOptionType.Boolean: {
      if (/^(true|yes|y|on)$/i.test(text)) return { ok: true, option: { name, type: option.type, value: true } }
      if (/^(false|no|n|off)$/i.test(text)) return { ok: true, option: { name, type: option.type, value: false } }
      return refuse(`${name}: takes true or false.`)
    }
    default: {
      const id = MENTION.exec(text)
      const value = id?.[1] ?? id?.[2]
      return value === undefined
        ? refuse(`${name}: takes a mention or an id.`)
        : { ok: true, option: { name, type: option.type, value } }
    }
  }
}

function choiceValue(
  option: RangedOption,
  choices: readonly APIApplicationCommandOptionChoice[],
  text: string,
): ReadValue {
  const { name } = option
  const wanted = text.toLowerCase()
  const choice =
    choices.find((each) => each.name.toLowerCase() === wanted) ??
    choices.find((each) => String(each.value).toLowerCase() === wanted)
  if (choice === undefined) return refuse(`${name}: is one of ${choices.map((each) => each.name).join(', ')}.`)
  if (typeof choice.value === 'string') {
    return { ok: true, option: { name, type: ApplicationCommandOptionType.String, value: choice.value } }
  }
  const type =
    option.type === ApplicationCommandOptionType.Integer
      ? ApplicationCommandOptionType.Integer
      : ApplicationCommandOptionType.Number
  return { ok: true, option: { name, type, value: choice.value } }
}

function lengthFault(option: RangedOption, text: string): string | null {
  const { name, min_length: min = 0, max_length: max = STRING_OPTION_MAX } = option
  if (text.length < min) return `${name}: takes at least ${min} characters.`
  return text.length > max ? `${name}: takes at most ${max} characters.` : null
}

function rangeFault(option: RangedOption, value: number): string | null {
  const { name, min_value: min = Number.NEGATIVE_INFINITY, max_value: max = Number.POSITIVE_INFINITY } = option
  if (value < min) return `${name}: is ${min} or more.`
  return value > max ? `${name}: is ${max} or less.` : null
}

function refuse(message: string): ReadValue {
  return { ok: false, message }
}
