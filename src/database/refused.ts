/** What no other try mends: for each a sentence for whoever runs the bot, that names the host and nothing secret. */
import pg from 'pg'
import { DatabaseLost } from './lost.ts'

/** Every host refuses; the message says why and what to do about it. */
export class DatabaseRefused extends DatabaseLost {
  override readonly name = 'DatabaseRefused'
}

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const BY_STATE: Readonly<Record<string, (host: string, told: string) => string>> = {
  '28P01': login,
  '28000': login,
  '3D000': (host, told) =>
    `PostgreSQL at ${host} has no such database (${told}). Check the name after the last / in DATABASE_URL, or create it.`,
  '42501': (host, told) =>
    `PostgreSQL at ${host} does not let this user do it (${told}). It needs a database of its own, or the right to create tables in the schema.`,
}

/** Node's and OpenSSL's names for a certificate that is not trusted. */
const CERTIFICATE = /CERT|SELF_SIGNED|LEAF_SIGNATURE/

/** The sentence for an error of this host; null for one that may be over in a moment, or is none of the way there. */
export function refusal(error: unknown, host: string): string | null {
  if (error instanceof pg.DatabaseError) return BY_STATE[error.code ?? '']?.(host, error.message) ?? null
  if (!(error instanceof Error)) return null
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'ENOTFOUND') return `There is no host ${host}. Check the name in DATABASE_URL.`
  if (CERTIFICATE.test(code)) return `The certificate of PostgreSQL at ${host} is not trusted (${error.message}).`
  if (code === 'ENOENT') return `A file that DATABASE_URL names can’t be read (${error.message}).`
  if (/SSL connection/.test(error.message))
    return `PostgreSQL at ${host}: ${error.message}; see sslmode in DATABASE_URL.`
  // npm's pg, before it sends anything: the server asks for a password, and there is none.
  return error.message.startsWith('SASL:') ? login(host, 'it asks for a password') : null
}

function login(host: string, told: string): string {
  return `PostgreSQL at ${host} refuses the login (${told}). Check user and password in DATABASE_URL.`
}
