/** What the composer offers while a line is being typed, as Discord's client does: commands, options, values. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
  type InteractionType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Act } from '#src/discord/make-interaction.ts'
import { optionValue, type RangedOption } from '#src/discord/option-value.ts'
import {
  isSlashCommand,
  isSubcommand,
  nestOptions,
  optionsAt,
  type SplitLine,
  splitSlashLine,
  subcommandNames,
} from '#src/discord/slash-line.ts'

type Declarations = readonly RESTPostAPIApplicationCommandsJSONBody[]
type FocusedOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>
export type Autocomplete = Extract<Act, { kind: 'autocomplete' }>

export interface Suggestion {
  readonly kind: 'command' | 'option' | 'value'
  readonly label: string
  readonly detail: string
  /** The line once this is chosen. */
  readonly line: string
}

export interface CommandOption {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly given: boolean
  readonly current: boolean
}

export interface Completion {
  readonly heading: string
  readonly items: readonly Suggestion[]
  /** Whether Enter takes the first item; otherwise it sends the line. */
  readonly eager: boolean
  /** The options of the command that stands in the line. */
  readonly options: readonly CommandOption[]
  /** What stands where in the line, for its colours; UTF-16 offsets. */
  readonly marks: readonly Mark[]
}

export interface Mark {
  readonly kind: 'command' | 'name' | 'value'
  readonly start: number
  readonly end: number
}

interface Line {
  readonly text: string
  readonly split: SplitLine
}

const NOTHING: Completion = { heading: '', items: [], eager: false, options: [], marks: [] }

/** `line` is what stands before the caret; `ask` gives the bot's autocomplete values. */
export async function complete(
  line: string,
  declarations: Declarations,
  ask: (act: Autocomplete) => Promise<{ name: string; value: string | number }[]>,
): Promise<Completion> {
  const text = line.trimStart()
  if (!text.startsWith('/')) return NOTHING
  const split = splitSlashLine(text, declarations)
  if (split === null || !/\s/.test(text) || subcommandNames(split.path, declarations).length > 0) {
    return { ...NOTHING, heading: 'Commands', items: commandsLike(text, declarations), eager: true }
  }
  const current = currentOption({ text, split })
  const options = commandOptions(split, current)
  const marks = marksOf({ text, split }, line.length - text.length)
  if (current === null) {
    return { heading: 'Options', items: optionsLike({ text, split }), eager: false, options, marks }
  }
  const typed = split.typed.at(-1)?.value ?? ''
  const values = await valuesOf({ text, split }, current, declarations, ask)
  const exact = values.some((item) => item.label.toLowerCase() === typed.toLowerCase() || item.line === `${text} `)
  const items = [...values, ...nextOptions({ text, split })]
  return {
    heading: `${current.name}: ${current.description}`,
    items,
    eager: values.length > 0 && !exact,
    options,
    marks,
  }
}

/** Every command, a subcommand as one of its own: `dossier add`. */
export function commandPaths(declarations: Declarations): { path: string[]; description: string }[] {
  const under = (path: string[], description: string): { path: string[]; description: string }[] => {
    const inner = optionsAt(path, declarations).filter(isSubcommand)
    if (inner.length === 0) return [{ path, description }]
    return inner.flatMap((option) => under([...path, option.name], option.description))
  }
  return declarations.filter(isSlashCommand).flatMap((each) => under([each.name], each.description))
}

function commandsLike(text: string, declarations: Declarations): Suggestion[] {
  const typed = text.slice(1).toLowerCase().replace(/\s+/g, ' ')
  const rank = (name: string) => (name.startsWith(typed) ? 0 : name.includes(typed.trim()) ? 1 : 2)
  return commandPaths(declarations)
    .map(({ path, description }) => ({ path, description, name: path.join(' ') }))
    .filter(({ name }) => rank(name) < 2)
    .sort((a, b) => rank(a.name) - rank(b.name))
    .map(({ path, name, description }) => {
      const options = optionsAt(path, declarations)
      const first = options.find((option) => 'required' in option && option.required)
      return {
        kind: 'command' as const,
        label: `/${name}`,
        detail: description,
        line: first === undefined ? `/${name} ` : `/${name} ${first.name}:`,
      }
    })
}

/** The option whose value is being typed; null after a finished value, where a further option may follow. */
function currentOption({ text, split }: Line): APIApplicationCommandBasicOption | null {
  const last = split.typed.at(-1)
  const option = split.options.find((each) => each.name === last?.name)
  if (last === undefined || option === undefined) return null
  const finished = last.value !== '' && /\s$/.test(text) && !isFreeText(option)
  return finished ? null : option
}

function marksOf({ text, split }: Line, shift: number): Mark[] {
  const command = new RegExp(`^/${split.path.map(() => '\\S+').join('\\s+')}`, 'u').exec(text)?.[0].length ?? 0
  const marks: Mark[] = [{ kind: 'command', start: 0, end: command }]
  for (const { name, value, start } of split.typed) {
    const lead = text.slice(start).search(/\S|$/)
    marks.push({ kind: 'name', start: start - name.length - 1, end: start })
    marks.push({ kind: 'value', start: start + lead, end: start + lead + value.length })
  }
  return marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }))
}

function isFreeText(option: APIApplicationCommandBasicOption): boolean {
  const { autocomplete, choices } = option as { autocomplete?: boolean; choices?: readonly unknown[] }
  return option.type === ApplicationCommandOptionType.String && autocomplete !== true && (choices ?? []).length === 0
}

function commandOptions(split: SplitLine, current: APIApplicationCommandBasicOption | null): CommandOption[] {
  return split.options.map((option) => ({
    name: option.name,
    description: option.description,
    required: option.required === true,
    given: split.typed.some((typed) => typed.name === option.name && typed.value !== ''),
    current: option === current,
  }))
}

function optionsLike({ text, split }: Line): Suggestion[] {
  const word = split.typed.length === 0 ? split.loose.toLowerCase() : ''
  const texts = split.options.filter((option) => option.type === ApplicationCommandOptionType.String)
  if (word !== '' && texts.length === 1 && texts.every(isFreeText)) return []
  const before = text.slice(0, text.length - word.length).trimEnd()
  return openOptions(split)
    .filter((option) => option.name.startsWith(word))
    .map((option) => optionSuggestion(before, option))
}

/** Options whose name the value's last word begins: `country:Haiti to` may go on as `topic:`. */
function nextOptions({ text, split }: Line): Suggestion[] {
  const word = /\s(\S+)$/.exec(split.typed.at(-1)?.value ?? '')?.[1]?.toLowerCase()
  if (word === undefined) return []
  const before = text.trimEnd().slice(0, -word.length).trimEnd()
  return openOptions(split)
    .filter((option) => option.name.startsWith(word))
    .map((option) => optionSuggestion(before, option))
}

function openOptions(split: SplitLine): APIApplicationCommandBasicOption[] {
  return split.options.filter((option) => !split.typed.some((typed) => typed.name === option.name))
}

function optionSuggestion(before: string, option: APIApplicationCommandBasicOption): Suggestion {
  const detail = option.required ? `${option.description} (required)` : option.description
  return { kind: 'option', label: `${option.name}:`, detail, line: `${before} ${option.name}:` }
}

async function valuesOf(
  { text, split }: Line,
  option: APIApplicationCommandBasicOption,
  declarations: Declarations,
  ask: (act: Autocomplete) => Promise<{ name: string; value: string | number }[]>,
): Promise<Suggestion[]> {
  const typed = split.typed.at(-1)
  if (typed === undefined) return []
  const before = text.slice(0, typed.start)
  const item = (label: string, value: string): Suggestion => ({
    kind: 'value',
    label,
    detail: value.toLowerCase() === label.toLowerCase() ? '' : value,
    line: `${before}${value} `,
  })
  const { choices = [], autocomplete } = option as RangedOption & { autocomplete?: boolean }
  if (autocomplete === true) {
    const [name = ''] = split.path
    const options = nestOptions(split.path, focusedOptions(split), declarations)
    const values = await ask({ kind: 'autocomplete', name, options })
    return values.map((choice) => item(choice.name, String(choice.value)))
  }
  const all =
    option.type === ApplicationCommandOptionType.Boolean ? ['true', 'false'] : choices.map((choice) => choice.name)
  const wanted = typed.value.toLowerCase()
  return all.filter((each) => each.toLowerCase().includes(wanted)).map((each) => item(each, each))
}

/** The options typed so far, the last one marked as being typed. */
function focusedOptions(split: SplitLine): FocusedOption[] {
  return split.typed.flatMap(({ name, value }, i): FocusedOption[] => {
    const option = split.options.find((each) => each.name === name)
    if (option === undefined) return []
    if (i === split.typed.length - 1) return [{ name, type: option.type, value, focused: true } as FocusedOption]
    const read = optionValue(option as RangedOption, value)
    // A value's type is the same in both kinds of interaction but for a number's, which is text while being typed.
    return read.ok ? [read.option as FocusedOption] : []
  })
}
