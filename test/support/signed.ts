/** Discord's side of the HTTP endpoint: a key of its own, signed requests, and the interactions in them. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'
import type { SentOption } from '#src/discord/slash-line.ts'

const TEXT = 3

const scene: Scene = {
  ids: countingIds(),
  applicationId: '1',
  user: localUser('271828182845904523', 'Anna'),
  channelId: '3',
  guildId: '4',
  locale: 'en-GB',
}

export interface Signer {
  /** 64 hexadecimal digits. */
  readonly publicKey: string
  headers(body: string, timestamp?: number): Record<string, string>
}

export function newSigner(): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    headers: (body, timestamp = Math.floor(Date.now() / 1000)) => ({
      'content-type': 'application/json',
      'x-signature-timestamp': String(timestamp),
      'x-signature-ed25519': sign(null, Buffer.from(`${timestamp}${body}`), privateKey).toString('hex'),
    }),
  }
}

/**
 * A slash command with text options, as JSON; each call makes another interaction.
 * @param asker a number for who asks and where; Anna in her channel where it is left out
 */
export function slashBody(name: string, options: Readonly<Record<string, string>>, asker?: number): string {
  const values: SentOption[] = Object.entries(options).map(([name, value]) => ({ name, value, type: TEXT }))
  const place = asker === undefined ? scene : { ...scene, user: localUser(`5${asker}`, 'Ben'), channelId: `6${asker}` }
  return JSON.stringify(makeInteraction({ kind: 'command', name, options: values }, place))
}

export function pingBody(): string {
  return JSON.stringify({ id: scene.ids(), application_id: '1', type: 1, token: 'x', version: 1 })
}

export function post(url: string, body: string, headers: Record<string, string>): Promise<Response> {
  return fetch(new URL('/interactions', url), { method: 'POST', body, headers })
}
