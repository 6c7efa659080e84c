/**
 * The log: a JSON line on standard error for each event. What people ask and who they are is in no line of the default
 * level, and a secret of the environment in no line at all, wherever in an error's text it may have come along.
 */
import pino, { type Logger } from 'pino'
import type { Config } from '../config.ts'
import { passwordsIn } from '../database/address.ts'

/** A password shorter than this would take ordinary words out of the log. */
const SECRET_LENGTH = 6

export function createLog(config: Config, write: (line: string) => void = toStandardError()): Logger {
  const secrets = secretsOf(config)
  return pino(
    { level: config.logLevel, redact: ['token', '*.token', 'headers.authorization'] },
    { write: (line) => write(secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)) },
  )
}

function toStandardError(): (line: string) => void {
  const destination = pino.destination(2)
  return (line) => void destination.write(line)
}

/** Each as a line of JSON would hold it. */
function secretsOf({ discordToken, databaseUrl }: Config): readonly string[] {
  const passwords = passwordsIn(databaseUrl ?? '')
  const plain = [discordToken ?? '', ...passwords, ...passwords.map(decoded)].filter(
    (secret) => secret.length >= SECRET_LENGTH,
  )
  return [...new Set(plain.map((secret) => JSON.stringify(secret).slice(1, -1)))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
