/** Rules of a message as a whole, for every way in which one is sent or changed. */
import type { Schema } from 'discord-api-spec/zod'
import { integer, type Json, list, object, objects, text } from '../json.ts'
import { componentProblems, shownFiles } from './components.ts'
import { schemaProblems } from './schema.ts'

export const flag = { suppressEmbeds: 1 << 2, ephemeral: 1 << 6, silent: 1 << 12, v2: 1 << 15 } as const
const uploadLimit = 10 * 1024 * 1024
const embedText = 6000

/** A file of a multipart body: `field` as it was named there. */
export interface Upload {
  readonly field: string
  readonly name: string
  readonly contentType: string
  readonly data: Uint8Array
}

/** How the body is sent: which flags are allowed there, and the message that it changes, as it stands. */
export interface Sending {
  readonly schema: Schema
  readonly flags: number
  readonly files: readonly Upload[]
  readonly before: { readonly body: Json; readonly files: readonly { readonly name: string }[] } | null
}

/** What is wrong with the body of a message; empty when Discord would take it. */
export function messageProblems(body: unknown, sending: Sending): string[] {
  const sent = object(body)
  const whole = merged(sending.before?.body ?? {}, sent)
  return [
    ...schemaProblems(sending.schema, spelled(sent)),
    ...flagProblems(sent, sending),
    ...contentProblems(whole, sending),
    ...mentionProblems(sent),
    ...fileProblems(sent, whole, sending),
    ...componentProblems(whole['components'], isV2(whole)),
  ]
}

/** The message as it stands after the change: what the change leaves out stays. */
export function merged(before: Json, change: Json): Json {
  const flags = change['flags'] ?? before['flags']
  return flags === undefined ? { ...before, ...change } : { ...before, ...change, flags }
}

export function isV2(body: Json): boolean {
  return (integer(body['flags']) & flag.v2) !== 0
}

/**
 * The body as the OpenAPI spells it: Discord takes numbers as ids of attachments where the OpenAPI knows strings only,
 * and lets pass the `enforce_nonce: false` and `tts: false` that discord.js puts into every body.
 */
function spelled(body: Json): Json {
  const idle = (key: string) => (key === 'enforce_nonce' || key === 'tts') && body[key] === false
  const kept: Json = Object.fromEntries(Object.entries(body).filter(([key]) => !idle(key)))
  if (!Array.isArray(kept['attachments'])) return kept
  const withStrings = kept['attachments'].map((item) =>
    typeof object(item)['id'] === 'number' ? { ...object(item), id: String(object(item)['id']) } : item,
  )
  return { ...kept, attachments: withStrings }
}

function flagProblems(sent: Json, sending: Sending): string[] {
  const problems: string[] = []
  const strange = integer(sent['flags']) & ~sending.flags
  if (strange !== 0) problems.push(`flags: ${strange} can't be set here`)
  const was = sending.before !== null && isV2(sending.before.body)
  if (was && sent['flags'] !== undefined && sent['flags'] !== null && !isV2(sent)) {
    problems.push('flags: IS_COMPONENTS_V2 stays once it is set')
  }
  return problems
}

function contentProblems(whole: Json, sending: Sending): string[] {
  const problems: string[] = []
  const content = text(whole['content'])
  const embeds = objects(whole['embeds'])
  if (isV2(whole)) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids', 'stickers']) {
      const value = whole[key]
      if (value !== undefined && value !== null && value !== '' && list(value).length + text(value).length !== 0) {
        problems.push(`${key}: not with IS_COMPONENTS_V2`)
      }
    }
    if (list(whole['components']).length === 0) problems.push('(body): an empty message')
    return problems
  }
  if (content.length > 2000) problems.push(`content: ${content.length} characters, at most 2000`)
  const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0)
  if (length > embedText) problems.push(`embeds: ${length} characters in all, at most ${embedText}`)
  const something =
    content.trim() !== '' ||
    embeds.length + list(whole['components']).length + sending.files.length > 0 ||
    'poll' in whole
  if (!something && list(whole['attachments']).length === 0) problems.push('(body): an empty message')
  return problems
}

function embedLength(embed: Json): number {
  const fields = objects(embed['fields']).map((field) => text(field['name']) + text(field['value']))
  const parts = [embed['title'], embed['description'], object(embed['footer'])['text'], object(embed['author'])['name']]
  return [...parts.map(text), ...fields].join('').length
}

/** Stricter than Discord, whose default pings whatever the text mentions: a body says whom it may ping. */
function mentionProblems(sent: Json): string[] {
  const allowed = sent['allowed_mentions']
  if (allowed === undefined || allowed === null) return ['allowed_mentions: left out, so the text may ping']
  const parse = object(allowed)['parse']
  if (!Array.isArray(parse)) return ['allowed_mentions: parse left out']
  return parse.length > 0 ? [`allowed_mentions: open for ${parse.join(', ')}`] : []
}

function fileProblems(sent: Json, whole: Json, sending: Sending): string[] {
  const problems: string[] = []
  const { files, before } = sending
  const size = files.reduce((sum, file) => sum + file.data.byteLength, 0)
  if (size > uploadLimit) problems.push(`files: ${size} bytes, at most ${uploadLimit}`)
  if (files.length > 10) problems.push(`files: ${files.length}, at most 10`)
  for (const file of files) {
    if (!/^files\[\d+\]$/.test(file.field)) problems.push(`files: ${JSON.stringify(file.field)} is no files[n]`)
    if (!/^[\w.-]+$/.test(file.name)) problems.push(`files: Discord would rename ${JSON.stringify(file.name)}`)
    if (file.data.byteLength === 0) problems.push(`files: ${file.name} is empty`)
  }
  const numbers = new Set(files.map((file) => /\d+/.exec(file.field)?.[0]))
  for (const entry of objects(sent['attachments'])) {
    const id = String(entry['id'])
    if (id.length < 17 && !numbers.has(id)) problems.push(`attachments: no files[${id}] came along`)
  }
  const shown = shownFiles(whole['components'])
  const known = new Set(
    [...files, ...(sent['attachments'] === undefined ? (before?.files ?? []) : [])].map((f) => f.name),
  )
  for (const embed of objects(whole['embeds'])) {
    const url = text(object(embed['image'])['url'])
    if (url.startsWith('attachment://') && !known.has(url.slice(13))) problems.push(`embeds: ${url} did not come along`)
  }
  for (const name of shown.names)
    if (!known.has(name)) problems.push(`components: attachment://${name} did not come along`)
  if (isV2(whole)) {
    for (const file of files) {
      if (!shown.names.includes(file.name)) problems.push(`files: no component shows ${file.name}`)
    }
  }
  return [...problems, ...shown.problems]
}
