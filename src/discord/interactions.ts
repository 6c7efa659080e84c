/** Interactions from the gateway: each goes to the bot once, and its response goes back as the immediate callback. */
import { randomUUID } from 'node:crypto'
import { DiscordAPIError } from 'discord.js'
import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord-api-types/v10'
import { wordsFor } from '../reply/words/index.ts'
import { errorFields, type Log } from './log.ts'
import { Recent } from './recent.ts'
import type { SendCallback } from './send.ts'
import type { Bot, InteractionResponse } from './surface.ts'
import type { Work } from './work.ts'

/** Far more than can arrive while a lost connection is resumed, which is when Discord may send one twice. */
const remembered = 5000

/** @param remove deletes the message whose button was pressed */
export function interactionHandler(
  bot: Bot,
  send: SendCallback,
  work: Work,
  log: Log,
  remove: (interaction: APIInteraction) => Promise<void>,
): (raw: APIInteraction) => void {
  const seen = new Recent<true>(remembered)

  async function handle(interaction: APIInteraction, receivedAt: number): Promise<void> {
    const response = await respond(interaction)
    try {
      await send(interaction, response, receivedAt)
    } catch (error) {
      const waited = Math.round(performance.now() - receivedAt)
      log.warn({ interaction: interaction.id, waited, ...errorFields(error) }, `No answer arrived: ${hint(error)}`)
      if (isRefused(error)) await apologise(interaction, receivedAt)
      return
    }
    if (response.removes !== true) return
    // The message says by now that it is gone, so one that stays is no harm.
    await remove(interaction).catch((error: unknown) =>
      log.warn({ interaction: interaction.id, ...errorFields(error) }, 'A message could not be removed'),
    )
  }

  /** Discord took nothing, so the interaction is open still: whoever asked gets a number instead of silence. */
  async function apologise(interaction: APIInteraction, receivedAt: number): Promise<void> {
    const fault = faultNumber()
    log.error({ interaction: interaction.id, fault }, 'Discord refused what the bot answered')
    await send(interaction, apology(interaction, fault), receivedAt).catch((error: unknown) =>
      log.warn({ interaction: interaction.id, ...errorFields(error) }, 'Nor did an apology arrive'),
    )
  }

  /** The bot's response. A fault of the bot is logged under a number, which the person who asked gets to see. */
  async function respond(interaction: APIInteraction): Promise<InteractionResponse> {
    try {
      return await bot.respond(interaction)
    } catch (error) {
      const fault = faultNumber()
      log.error({ interaction: interaction.id, fault, ...errorFields(error) }, 'The bot failed on an interaction')
      return apology(interaction, fault)
    }
  }

  return (interaction) => {
    const receivedAt = performance.now()
    if (seen.first(interaction.id, true)) work.start(() => handle(interaction, receivedAt))
  }
}

const faultNumber = (): string => randomUUID().slice(0, 8)

/** Whether Discord found fault with the response itself, not with its coming late or twice. */
function isRefused(error: unknown): boolean {
  const refusals: readonly number[] = [400, 413]
  return (
    error instanceof DiscordAPIError &&
    refusals.includes(error.status) &&
    error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  )
}

function apology(interaction: APIInteraction, fault: string): InteractionResponse {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult
    return { body: { type, data: { choices: [] } }, files: [] }
  }
  const content = wordsFor('locale' in interaction ? interaction.locale : undefined).label.fault(fault)
  const data = { content, flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } }
  return { body: { type: InteractionResponseType.ChannelMessageWithSource, data }, files: [] }
}

function hint(error: unknown): string {
  if (!(error instanceof DiscordAPIError)) return 'Discord did not take it in time'
  if (error.code === RESTJSONErrorCodes.UnknownInteraction) return 'the interaction had expired'
  if (error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) {
    return 'it was answered already; is a second bot running with the same token?'
  }
  return 'Discord refused it'
}
