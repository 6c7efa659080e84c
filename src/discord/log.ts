/** What the gateway tells its operator, and what it must never tell. Who writes it down is decided elsewhere (pino). */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/** The part of a pino logger that is used here: fields first, then the words. */
export interface Log {
  info(fields: object, text: string): void
  warn(fields: object, text: string): void
  error(fields: object, text: string): void
}

/** The same log, in which `secret` never appears, wherever in words or fields it may stand. */
export function withoutSecret(log: Log, secret: string): Log {
  const clean = (text: string) => (secret === '' ? text : text.replaceAll(secret, '[token]'))
  const cleanFields = (fields: object): object => JSON.parse(clean(JSON.stringify(fields)))
  return {
    info: (fields, text) => log.info(cleanFields(fields), clean(text)),
    warn: (fields, text) => log.warn(cleanFields(fields), clean(text)),
    error: (fields, text) => log.error(cleanFields(fields), clean(text)),
  }
}

/**
 * An error as fields of a log line. Addresses and bodies of requests are left out: they hold the tokens of
 * interactions and what people wrote.
 */
export function errorFields(error: unknown): Readonly<Record<string, string | number>> {
  if (error instanceof DiscordAPIError) return { code: error.code, status: error.status, reason: error.message }
  if (error instanceof HTTPError) return { status: error.status, reason: error.message }
  if (error instanceof RateLimitError) return { status: 429, retryAfter: error.retryAfter, reason: 'rate limited' }
  if (error instanceof Error) return { reason: `${error.name}: ${error.message}`, ...codeOf(error) }
  return { reason: String(error) }
}

function codeOf(error: Error): { code?: string } {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
}
