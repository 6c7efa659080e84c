/**
 * Whether a request is Discord's and new: its Ed25519 signature over the timestamp and the raw body, the timestamp's
 * age, and whether the same request was here before. Whatever can't be checked is refused.
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint
 */
import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * Seconds that a timestamp may be off, either way. Discord takes no answer after three seconds, so a request is never
 * that old; what is left is for clocks that are not set.
 */
export const WINDOW = 300
/** Requests remembered at most, about 30 MB: 660 a second for five minutes, in one process. */
const REMEMBERED = 200_000

export type Refusal = 'unsigned' | 'forged' | 'stale' | 'replayed' | 'crowded'

export interface Signed {
  readonly signature: string | undefined
  readonly timestamp: string | undefined
  readonly body: Uint8Array
}

export interface CheckerOptions {
  /** Seconds since 1970; replaced in tests. */
  readonly now?: () => number
  readonly remembered?: number
}

/** A request that is Discord's and new to this process. */
export interface Accepted {
  /** The same for the same request, whatever the letters of its signature. */
  readonly key: string
  /** Seconds since 1970 from which on it is too old in any case. */
  readonly until: number
}

export interface RequestChecker {
  /** Why a request is refused, or what it is known by from now on. */
  check(signed: Signed): Refusal | Accepted
  /** The requests that were accepted here and are not too old yet: key and `until`. */
  accepted(): Iterable<readonly [string, number]>
}

/**
 * @param publicKey the application's, 32 bytes as hexadecimal digits
 * @throws where the key is none
 */
export function requestChecker(publicKey: string, options: CheckerOptions = {}): RequestChecker {
  const { now = () => Date.now() / 1000, remembered = REMEMBERED } = options
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  })
  const seen = new Seen(remembered)

  function check({ signature, timestamp, body }: Signed): Refusal | Accepted {
    if (!/^[0-9a-f]{128}$/i.test(signature ?? '') || !/^\d{1,12}$/.test(timestamp ?? '')) return 'unsigned'
    const signed = Buffer.concat([Buffer.from(timestamp ?? ''), body])
    if (!verify(null, signed, key, Buffer.from(signature ?? '', 'hex'))) return 'forged'
    const time = Number(timestamp)
    const clock = now()
    // Written so that a clock that is no number refuses.
    if (!(Math.abs(clock - time) <= WINDOW)) return 'stale'
    const accepted = { key: createHash('sha256').update(signed).digest('base64'), until: time + WINDOW }
    return seen.take(accepted, clock) ?? accepted
  }
  return { check, accepted: () => seen.entries() }
}

/** Requests that came in the window, each until it would be stale anyway. Full, it takes no more rather than forget. */
class Seen {
  readonly #until = new Map<string, number>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  take({ key, until }: Accepted, now: number): Refusal | null {
    for (const [old, end] of this.#until) {
      if (end >= now) break
      this.#until.delete(old)
    }
    if (this.#until.has(key)) return 'replayed'
    if (this.#until.size >= this.#limit) return 'crowded'
    this.#until.set(key, until)
    return null
  }

  entries(): Iterable<readonly [string, number]> {
    return this.#until
  }
}
