/** Raw requests to the stand-in, as a bot would send them that does not know the rules. */
import type { Discord } from './index.ts'
import { type Json, object } from './json.ts'

export interface Sent {
  readonly status: number
  readonly body: Json
}

export interface Attachment {
  readonly name: string
  readonly data?: string
  readonly field?: string
}

export async function send(
  discord: Discord,
  method: string,
  path: string,
  body: unknown,
  { files = [], headers = {} }: { files?: readonly Attachment[]; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const form = new FormData()
  for (const [index, file] of files.entries()) {
    form.append(file.field ?? `files[${index}]`, new Blob([file.data ?? 'data']), file.name)
  }
  if (files.length > 0) form.append('payload_json', JSON.stringify(body))
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    body: files.length > 0 ? form : JSON.stringify(body),
    headers: {
      'User-Agent': 'DiscordBot (https://example.org, 1.0)',
      ...(path.startsWith('/interactions') ? {} : { Authorization: `Bot ${discord.token}` }),
      ...(files.length > 0 ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : object(JSON.parse(text)) }
}
