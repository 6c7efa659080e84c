/** Errors that say nothing about the question and all about the way to the server: another host may answer. */
import pg from 'pg'

/**
 * Server shut down, crashed, starting, too many connections, and a query that a standby cancelled for its recovery.
 * https://www.postgresql.org/docs/15/errcodes-appendix.html
 */
const STATES = /^(?:57P0[1-3]|08...|53300|40001|40P01)$/
const READ_ONLY = '25006'
/** npm's pg throws these as plain errors. */
const MESSAGES = /connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable/i
const TIMEOUT = /^query read timeout$/i

export function isLost(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return STATES.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.every(isLost)
  return ('syscall' in error && 'code' in error) || MESSAGES.test(error.message)
}

/** The server has not answered in time, and may be at it still. */
export function isTimeout(error: unknown): boolean {
  return error instanceof Error && (TIMEOUT.test(error.message) || isTimeout(error.cause))
}

/** The server is a standby, so that it takes no writes. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof Standby || (error instanceof pg.DatabaseError && error.code === READ_ONLY)
}

/** Asked for the primary, found another. */
export class Standby extends Error {
  override readonly name = 'Standby'
}

/** No host could be used in the time there was. */
export class DatabaseLost extends Error {
  override readonly name: string = 'DatabaseLost'
}

/** A standby that has not seen yet what the question is about; another host may have, and this one will. */
export class Behind extends Error {
  override readonly name = 'Behind'
}

/** There is no such table, which on a standby may mean: not yet. */
export function isMissing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '42P01'
}

/** The first words that say something; several addresses of one name fail as an error without any. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError)
    return error.errors.map(reasonOf).find((reason) => reason !== '') ?? error.message
  return error instanceof Error ? error.message : String(error)
}
