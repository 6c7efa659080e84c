/** Rules of command declarations, for one bulk overwrite. */
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod'
import { integer, type Json, list, object, objects, text } from '../json.ts'
import { schemaProblems } from './schema.ts'

const slash = 1
const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }
const option = { subcommand: 1, group: 2, string: 3, integer: 4, number: 10 } as const
const namePattern = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u
const locales = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
)

/** What is wrong with the declarations; empty when Discord would register them. */
export function commandProblems(body: unknown): string[] {
  if (!Array.isArray(body)) return ['(body): not a list of commands']
  const problems: string[] = []
  const names = new Set<string>()
  const counts = new Map<number, number>()
  for (const command of objects(body)) {
    const type = typeof command['type'] === 'number' ? command['type'] : slash
    const name = text(command['name'])
    counts.set(type, (counts.get(type) ?? 0) + 1)
    if (names.has(`${type} ${name}`)) problems.push(`/${name}: stands twice`)
    names.add(`${type} ${name}`)
    problems.push(...oneProblems(command, type).map((problem) => `/${name}: ${problem}`))
  }
  for (const [type, count] of counts) {
    if (count > (most[type] ?? 0))
      problems.push(`(body): ${count} commands of type ${type}, at most ${most[type] ?? 0}`)
  }
  return problems
}

function oneProblems(command: Json, type: number): string[] {
  const problems = schemaProblems(ApplicationCommandUpdateRequestSchema, withNumericPermissions(command))
  const permissions = command['default_member_permissions']
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(text(permissions))) {
    problems.push('default_member_permissions: a string of digits')
  }
  for (const key of ['contexts', 'integration_types']) {
    const values = list(command[key])
    if (new Set(values).size < values.length) problems.push(`${key}: a value stands twice`)
  }
  if (type === slash) {
    problems.push(...nameProblems(command), ...optionProblems(command['options']))
    if (text(command['description']) === '') problems.push('description: needed')
  } else {
    if (text(command['description']) !== '') problems.push('description: not on a menu')
    if (list(command['options']).length > 0) problems.push('options: not on a menu')
    problems.push(...localeProblems(command))
  }
  const size = length(command)
  if (size > 8000) problems.push(`(command): ${size} characters in all, at most 8000`)
  return problems
}

/** The OpenAPI wants an integer where Discord takes and gives a string. */
function withNumericPermissions(command: Json): Json {
  const value = command['default_member_permissions']
  return typeof value === 'string' ? { ...command, default_member_permissions: Number(value) } : command
}

function nameProblems(item: Json): string[] {
  const names = [text(item['name']), ...Object.values(object(item['name_localizations'])).map(text)]
  return [
    ...names
      .filter((name) => !namePattern.test(name) || name !== name.toLowerCase())
      .map((name) => `name: ${JSON.stringify(name)} does not fit Discord's pattern`),
    ...localeProblems(item),
  ]
}

function localeProblems(item: Json): string[] {
  return ['name_localizations', 'description_localizations']
    .flatMap((key) => Object.keys(object(item[key])))
    .filter((locale) => !locales.has(locale))
    .map((locale) => `localizations: Discord has no ${locale}`)
}

function optionProblems(value: unknown): string[] {
  const options = objects(value)
  const problems: string[] = []
  const names = options.map((item) => text(item['name']))
  if (new Set(names).size < names.length) problems.push('options: a name stands twice')
  const nestedOnes = options.filter((item) => item['type'] === option.subcommand || item['type'] === option.group)
  if (nestedOnes.length > 0 && nestedOnes.length < options.length) problems.push('options: subcommands beside others')
  let optional = false
  for (const item of options) {
    const name = text(item['name'])
    if (item['required'] === true && optional) problems.push(`${name}: required after optional`)
    if (item['required'] !== true && nestedOnes.length === 0) optional = true
    problems.push(...[...nameProblems(item), ...valueProblems(item)].map((problem) => `${name}: ${problem}`))
    problems.push(...optionProblems(item['options']).map((problem) => `${name}: ${problem}`))
  }
  return problems
}

function valueProblems(item: Json): string[] {
  const problems: string[] = []
  const choices = objects(item['choices'])
  if (item['autocomplete'] === true && choices.length > 0) problems.push('choices: not with autocomplete')
  for (const key of ['name', 'value']) {
    if (new Set(choices.map((choice) => choice[key])).size < choices.length)
      problems.push(`choices: a ${key} stands twice`)
  }
  for (const choice of choices) {
    if (text(choice['value']).length > 100) problems.push('choices: a value over 100 characters')
    problems.push(...localeProblems(choice))
  }
  for (const [low, high] of [
    ['min_length', 'max_length'],
    ['min_value', 'max_value'],
  ] as const) {
    if (item[low] !== undefined && item[high] !== undefined && integer(item[low]) > integer(item[high])) {
      problems.push(`${low}: over ${high}`)
    }
  }
  return problems
}

/** Names, descriptions and values of a command and all in it; of each its longest translation counts. */
function length(item: Json): number {
  const longest = (key: string) =>
    Math.max(...[item[key], ...Object.values(object(item[`${key}_localizations`]))].map((value) => text(value).length))
  const inside = [...objects(item['options']), ...objects(item['choices'])]
  return (
    longest('name') +
    longest('description') +
    text(item['value']).length +
    inside.reduce((sum, x) => sum + length(x), 0)
  )
}
