/** Snowflakes as Discord makes them: milliseconds since 2015 in the upper bits, a counter in the lower ones. */
import { randomBytes } from 'node:crypto'

const epoch = 1_420_070_400_000
let counter = 0n

export function snowflake(at: number = Date.now()): string {
  counter = (counter + 1n) & 0x3fffffn
  return String((BigInt(at - epoch) << 22n) | counter)
}

/** The secret with which an interaction is answered. */
export function interactionToken(): string {
  return randomBytes(60).toString('base64url')
}
