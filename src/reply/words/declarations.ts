/** Declarations with their descriptions in every language there is a catalogue for; Discord shows each person theirs. */
import {
  type APIApplicationCommandOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { SPANISH_COMMANDS, SPANISH_MENUS } from './es-commands.ts'

const CATALOGUES: readonly {
  readonly locales: readonly ('es-ES' | 'es-419')[]
  readonly texts: typeof SPANISH_COMMANDS
  readonly menus: typeof SPANISH_MENUS
}[] = [{ locales: ['es-ES', 'es-419'], texts: SPANISH_COMMANDS, menus: SPANISH_MENUS }]

/** The option that every command has is described once. */
const SHARED = 'private'

export function inAllLanguages(
  declaration: RESTPostAPIApplicationCommandsJSONBody,
): RESTPostAPIApplicationCommandsJSONBody {
  if (declaration.type !== undefined && declaration.type !== ApplicationCommandType.ChatInput)
    return { ...declaration, name_localizations: localized(declaration.name, 'menus') }
  if (!('description' in declaration) || typeof declaration.description !== 'string') return declaration
  const { name, options } = declaration
  return {
    ...declaration,
    description_localizations: localized(name),
    ...(options === undefined ? {} : { options: options.map((option) => optionIn(name, option)) }),
  }
}

function optionIn<Option extends APIApplicationCommandOption>(path: string, option: Option): Option {
  const key = option.name === SHARED ? SHARED : `${path}.${option.name}`
  const inner = 'options' in option && option.options !== undefined ? option.options : null
  const choices: readonly APIApplicationCommandOptionChoice[] | null =
    'choices' in option && option.choices !== undefined ? option.choices : null
  return {
    ...option,
    description_localizations: localized(key),
    ...(inner === null ? {} : { options: inner.map((one) => optionIn(key, one)) }),
    ...(choices === null
      ? {}
      : {
          choices: choices.map((choice) => ({ ...choice, name_localizations: localized(`${key}=${choice.value}`) })),
        }),
  }
}

function localized(key: string, among: 'texts' | 'menus' = 'texts'): LocalizationMap | null {
  const found = CATALOGUES.flatMap(({ locales, ...catalogue }) => {
    const text = catalogue[among][key]
    return text === undefined ? [] : locales.map((locale) => [locale, text] as const)
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}
