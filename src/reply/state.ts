/**
 * What a button or select carries: an action and its arguments, sealed, so that it survives a restart of the bot and is
 * refused when tampered with. A custom id has 100 characters in all.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { CUSTOM_ID } from './limits.ts'

export interface ButtonState {
  readonly action: string
  readonly args: readonly string[]
}

/** The picture of the sign that parts units: nobody types it, and unlike the sign itself nothing on the way drops it. */
const SEPARATOR = '\u241f'
/** Characters of the seal: 48 bits are enough where each try costs a request to Discord. */
const SEAL = 8

export class Sealer {
  readonly #key: string

  /** @param key the same at every start, and not known to users */
  constructor(key: string) {
    this.#key = key
  }

  /** The custom id; null where the arguments are too long for one, or hold what parts them. */
  seal(action: string, args: readonly string[]): string | null {
    if ([action, ...args].some((part) => part.includes(SEPARATOR))) return null
    const body = [action, ...args].join(SEPARATOR)
    const id = `${this.#sealOf(body)}${body}`
    return id.length <= CUSTOM_ID ? id : null
  }

  /** What was sealed; null for anything else. */
  open(id: string): ButtonState | null {
    const seal = Buffer.from(id.slice(0, SEAL))
    const body = id.slice(SEAL)
    const wanted = Buffer.from(this.#sealOf(body))
    if (seal.length !== wanted.length || !timingSafeEqual(seal, wanted)) return null
    const [action, ...args] = body.split(SEPARATOR)
    return action === undefined || action === '' ? null : { action, args }
  }

  #sealOf(body: string): string {
    return createHmac('sha256', this.#key).update(body).digest('base64url').slice(0, SEAL)
  }
}
