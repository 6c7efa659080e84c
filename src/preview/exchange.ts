/** What the page is told after each thing a person does: the bot's own response object, and what is needed to draw it. */
import type { APIInteractionResponse, RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Attachment } from './attachments.ts'
import { type Block, parseMarkdown } from './markdown.ts'

export type Exchange =
  | {
      readonly kind: 'response'
      /** The message shown or changed; null where the response shows none (a modal, a mere acknowledgement). */
      readonly messageId: string | null
      /** Set for a modal: what its submission refers to. */
      readonly modalId: string | null
      /** The person's own message, where it was one and no command. */
      readonly yours: string | null
      /** Exactly what would go to Discord. */
      readonly payload: APIInteractionResponse | { readonly message: RESTPostAPIChannelMessageJSONBody }
      readonly files: readonly Attachment[]
      /** Every Markdown text of the payload, parsed. */
      readonly texts: Readonly<Record<string, readonly Block[]>>
      readonly milliseconds: number
      /** The ranking's own figures; null where none are given. */
      readonly explain: unknown
    }
  /** The message was not for the bot, or asked nothing. */
  | { readonly kind: 'silence'; readonly yours: string }
  /** Discord's client would not have sent it; `text` says why. */
  | { readonly kind: 'refused'; readonly text: string; readonly option: string | null }

/** Every `content` in a payload, at any depth, with what it says. */
export function markdownTexts(payload: unknown): Record<string, readonly Block[]> {
  const texts: Record<string, readonly Block[]> = {}
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each)
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        if (key === 'content' && typeof each === 'string') texts[each] = parseMarkdown(each)
        else walk(each)
      }
    }
  }
  walk(payload)
  return texts
}
