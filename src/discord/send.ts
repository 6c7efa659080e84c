/**
 * Sends the callback to an interaction: at once, and within Discord's three seconds or not at all.
 *
 * Callbacks go through a REST of their own. discord.js paces most requests at 50 a second and retries without looking
 * at the clock; callbacks are not counted in that limit by Discord, and one that comes late is worth nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, RateLimitError, type RawFile, REST } from 'discord.js'
import { type APIInteraction, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { InteractionResponse, OutgoingFile } from './surface.ts'

/** Milliseconds after its arrival in which an interaction can be answered; Discord's 3,000 less the way there and back. */
const window = 2900
const firstPause = 100
/** Milliseconds until a request without an answer is given up; whether it was in time is for Discord to say. */
const timeout = 10_000

export type SendCallback = (
  interaction: Pick<APIInteraction, 'id' | 'token'>,
  response: InteractionResponse,
  receivedAt: number,
) => Promise<void>

/** @param apiUrl Discord's API without a version */
export function callbackSender(apiUrl: string): SendCallback {
  const rest = new REST({ api: apiUrl, retries: 0, offset: 0, timeout, rejectOnRateLimit: () => true })

  /** Resolves when Discord has the callback; throws why it has not. `receivedAt` is on the clock of performance.now(). */
  return async (interaction, { body, files }, receivedAt) => {
    const route = Routes.interactionCallback(interaction.id, interaction.token)
    const deadline = receivedAt + window
    let unsure = false
    for (let attempt = 0; ; attempt += 1) {
      try {
        await rest.post(route, { auth: false, body, files: rawFiles(files) })
        return
      } catch (error) {
        // An earlier try whose answer got lost had reached Discord after all.
        if (unsure && isAcknowledged(error)) return
        const pause = pauseAfter(error, attempt)
        if (pause === null || performance.now() + pause > deadline) throw error
        unsure ||= !(error instanceof RateLimitError)
        await sleep(pause)
      }
    }
  }
}

/** The files of a response as discord.js takes them. */
export function rawFiles(files: readonly OutgoingFile[]): RawFile[] {
  return files.map(({ name, contentType, data }) => ({ name, contentType, data }))
}

function isAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
}

/** Milliseconds until the next try; null where a next try would bring the same. A rate limit may name no time. */
function pauseAfter(error: unknown, attempt: number): number | null {
  const pause = firstPause * 2 ** attempt
  if (error instanceof RateLimitError) return Math.max(error.retryAfter, pause)
  return error instanceof DiscordAPIError ? null : pause
}
