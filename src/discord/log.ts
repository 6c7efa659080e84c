/** What the gateway tells its operator, and what it must never tell. Who writes it down is decided elsewhere (pino). */

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
  if (!(error instanceof Error)) return { reason: String(error) }
  // Told by name, so that what only logs need not load the client; the rest of the name holds a route.
  switch (/^\w*/.exec(error.name)?.[0]) {
    case 'DiscordAPIError':
      return { ...fieldOf(error, 'code'), ...fieldOf(error, 'status'), reason: error.message }
    case 'HTTPError':
      return { ...fieldOf(error, 'status'), reason: error.message }
    case 'RateLimitError':
      return { status: 429, ...fieldOf(error, 'retryAfter'), reason: 'rate limited' }
    default:
      return { reason: `${error.name}: ${error.message}`, ...codeOf(error) }
  }
}

function fieldOf(error: object, name: string): Record<string, string | number> {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' || typeof value === 'number' ? { [name]: value } : {}
}

function codeOf(error: Error): { code?: string } {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
}
