/** Mistakes that no retry mends: each says what to do about it. The caller shows the message and exits non-zero. */

import { DiscordAPIError, DiscordjsError, DiscordjsErrorCodes } from 'discord.js'
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { errorFields } from './log.ts'

export type FatalKind =
  | 'token'
  | 'intents'
  | 'disallowed-intents'
  | 'shard'
  | 'version'
  | 'access'
  | 'declarations'
  | 'sessions'
  | 'unreachable'

export class FatalError extends Error {
  override name = 'FatalError'
  readonly kind: FatalKind

  constructor(kind: FatalKind, message: string) {
    super(message)
    this.kind = kind
  }
}

const portal = 'https://discord.com/developers/applications'
const token = `Discord refuses the token. Copy it again from ${portal} → your application → Bot → "Reset Token", put it into DISCORD_TOKEN (without "Bot" in front), and start again.`

/** Gateway close codes after which Discord wants no reconnect. @see https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const closings: Readonly<Record<number, readonly [FatalKind, string]>> = {
  [GatewayCloseCodes.AuthenticationFailed]: ['token', token],
  [GatewayCloseCodes.InvalidShard]: [
    'shard',
    'Discord refuses the shard (4010). The number of shards is asked of Discord at each start: start again. If it comes back, check that DISCORD_API_URL is Discord’s own or a proxy that passes on what it says.',
  ],
  [GatewayCloseCodes.ShardingRequired]: [
    'shard',
    'The bot has come to be in too many servers for the shards it started with (4011). Start it again: it asks Discord at each start how many there should be.',
  ],
  [GatewayCloseCodes.InvalidAPIVersion]: [
    'version',
    'Discord no longer speaks the version of the gateway that this bot uses (4012). Update discord.js and this bot.',
  ],
  [GatewayCloseCodes.InvalidIntents]: [
    'intents',
    'Discord does not know the intents that the bot asks for (4013). Update discord.js and this bot.',
  ],
  [GatewayCloseCodes.DisallowedIntents]: [
    'disallowed-intents',
    `The bot asks for an intent that its application may not use (4014). Footnote needs no privileged intent; if a change to it does, switch that intent on at ${portal} → Bot → "Privileged Gateway Intents".`,
  ],
}

export function wrongToken(): FatalError {
  return new FatalError('token', token)
}

/** The fatal error for a close code; null for codes after which the client reconnects. */
export function fatalClose(code: number): FatalError | null {
  const known = closings[code]
  return known === undefined ? null : new FatalError(...known)
}

/** How many sessions may still be started, how many one start takes, and in how many milliseconds there are more. */
export interface SessionLimit {
  readonly shards: number
  readonly remaining: number
  readonly ms: number
}

/**
 * Why logging in failed.
 * @param closed the gateway's close code, if it came to that
 * @param limit what Discord allows now; null where it is not known, or no session was to be started
 */
export function loginFailure(
  error: unknown,
  closed: number | null,
  apiUrl: string,
  limit: SessionLimit | null = null,
): FatalError {
  const fatal = closed === null ? null : fatalClose(closed)
  if (fatal !== null) return fatal
  const invalid = error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid
  if (invalid || (error instanceof DiscordAPIError && error.status === 401)) return wrongToken()
  if (limit !== null && limit.remaining < limit.shards) return tooManyStarts(limit)
  const { reason } = errorFields(error)
  return new FatalError(
    'unreachable',
    `Discord can't be reached at ${apiUrl} (${reason}). Check the network, a proxy, and DISCORD_API_URL; https://discordstatus.com says whether Discord is down.`,
  )
}

function tooManyStarts({ shards, remaining, ms }: SessionLimit): FatalError {
  return new FatalError(
    'sessions',
    `The bot was started too often today: it needs ${shards} of Discord's sessions, and ${remaining} are left. There are more in ${Math.ceil(ms / 60_000)} minutes; until then see in its log what ends it so often.`,
  )
}

/** Why the commands could not be registered; null where it is Discord's trouble and worth going on without. */
export function registrationFailure(error: unknown, invite: string): FatalError | null {
  if (!(error instanceof DiscordAPIError)) return null
  if (error.status === 401) return wrongToken()
  if (error.status === 403) {
    return new FatalError(
      'access',
      `Discord does not let the bot register its commands (${error.code}). Invite it again with this link, which asks for the scopes bot and applications.commands: ${invite}`,
    )
  }
  if (error.status === 400) {
    return new FatalError('declarations', `Discord refuses the declaration of a command: ${error.message}`)
  }
  return null
}
