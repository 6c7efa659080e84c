/** Rules of message components that Discord enforces and its OpenAPI leaves out. */
import { integer, isJson, type Json, list, object, objects, text } from '../json.ts'

/** Component types, as Discord numbers them. */
export const kind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  container: 17,
  label: 18,
} as const

const limits = { all: 40, text: 4000, rowButtons: 5, rows: 5, label: 80 } as const
const styles = { link: 5, premium: 6 } as const

/** The components and all that stand in them, in reading order. */
export function nested(components: unknown): readonly Json[] {
  return objects(components).flatMap((component) => [
    component,
    ...nested(component['components']),
    ...nested([component['accessory'], component['component']]),
  ])
}

/** All text that a reader sees in text displays, a line each. */
export function textOf(components: unknown): string {
  return nested(components)
    .filter((component) => component['type'] === kind.text)
    .map((component) => text(component['content']))
    .join('\n')
}

/** What is wrong with the components of a message; `v2` says whether its flags have IS_COMPONENTS_V2. */
export function componentProblems(components: unknown, v2: boolean): string[] {
  const all = nested(components)
  return [
    ...(v2 ? newStyleProblems(components, all) : oldStyleProblems(components)),
    ...duplicates(all, 'custom_id'),
    ...duplicates(all, 'id'),
    ...all.flatMap((component) => [
      ...buttonProblems(component),
      ...rowProblems(component),
      ...selectProblems(component),
      ...blankText(component),
    ]),
  ]
}

function newStyleProblems(components: unknown, all: readonly Json[]): string[] {
  const problems: string[] = []
  if (all.length > limits.all) problems.push(`components: ${all.length} counting nested ones, at most ${limits.all}`)
  const length = all.reduce((sum, component) => {
    return component['type'] === kind.text ? sum + text(component['content']).length : sum
  }, 0)
  if (length > limits.text) problems.push(`components: ${length} characters of text in all, at most ${limits.text}`)
  if (objects(components).some((component) => component['type'] === kind.button)) {
    problems.push('components: a button stands in an action row or a section')
  }
  return problems
}

function oldStyleProblems(components: unknown): string[] {
  const top = objects(components)
  const problems = top
    .filter((component) => component['type'] !== kind.row)
    .map((component) => `components: type ${String(component['type'])} needs the flag IS_COMPONENTS_V2`)
  if (top.length > limits.rows) problems.push(`components: ${top.length} action rows, at most ${limits.rows}`)
  return problems
}

function duplicates(all: readonly Json[], key: 'custom_id' | 'id'): string[] {
  const seen = new Set<unknown>()
  const problems: string[] = []
  for (const component of all) {
    const value = component[key]
    if (value === undefined || value === null || value === 0) continue
    if (seen.has(value)) problems.push(`components: ${key} ${JSON.stringify(value)} stands twice`)
    seen.add(value)
  }
  return problems
}

function buttonProblems(button: Json): string[] {
  if (button['type'] !== kind.button) return []
  const problems: string[] = []
  const style = button['style']
  const has = (key: string) => button[key] !== undefined && button[key] !== null
  if (style === styles.link) {
    if (!has('url')) problems.push('button: a link needs a url')
    if (has('custom_id')) problems.push('button: a link has no custom_id')
    if (has('url') && !/^(https?|discord):\/\/\S+$/.test(text(button['url']))) {
      problems.push(`button: ${JSON.stringify(button['url'])} is no http, https or discord address`)
    }
  } else if (style !== styles.premium) {
    if (!has('custom_id')) problems.push('button: a custom_id is needed')
    if (has('url')) problems.push('button: only a link has a url')
  }
  if (style !== styles.premium && text(button['label']).trim() === '' && !has('emoji')) {
    problems.push('button: a label or an emoji is needed')
  }
  return problems
}

function rowProblems(row: Json): string[] {
  if (row['type'] !== kind.row) return []
  const inside = objects(row['components'])
  const selects = inside.filter((component) => component['type'] !== kind.button)
  if (selects.length === 0) return []
  return inside.length > 1 ? ['action row: a select stands alone in its row'] : []
}

/** A string select offers each value once, and asks for no more than it has. */
export function selectProblems(select: Json): string[] {
  if (select['type'] !== kind.stringSelect) return []
  const problems: string[] = []
  const options = objects(select['options'])
  const values = new Set(options.map((option) => option['value']))
  if (values.size < options.length) problems.push('select: a value stands twice')
  const least = select['min_values'] === undefined ? 1 : integer(select['min_values'])
  const most = select['max_values'] === undefined ? 1 : integer(select['max_values'])
  if (least > most) problems.push('select: min_values over max_values')
  if (most > options.length) problems.push('select: max_values over the number of options')
  if (options.filter((option) => option['default'] === true).length > most) {
    problems.push('select: more defaults than max_values')
  }
  return problems
}

function blankText(component: Json): string[] {
  if (component['type'] !== kind.text) return []
  return text(component['content']).trim() === '' ? ['text display: blank'] : []
}

/** The file names that components point at with `attachment://`; a file component takes no other address. */
export function shownFiles(components: unknown): {
  readonly names: readonly string[]
  readonly problems: readonly string[]
} {
  const names: string[] = []
  const problems: string[] = []
  for (const component of nested(components)) {
    const places = [
      component['media'],
      component['file'],
      ...list(component['items']).map((item) => object(item)['media']),
    ]
    for (const place of places.filter(isJson)) {
      const url = text(place['url'])
      if (url.startsWith('attachment://')) names.push(url.slice('attachment://'.length))
      else if (component['type'] === kind.file) problems.push('file: only an attachment:// address')
      else if (url !== '' && !/^https?:\/\//.test(url)) problems.push(`media: ${JSON.stringify(url)} is no web address`)
    }
  }
  return { names, problems }
}
