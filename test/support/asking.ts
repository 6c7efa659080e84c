/** Questions and commands put to the real bot over a corpus, as the command line does. */
import { openBot } from '#src/cli/open-bot.ts'
import { type Responded, respondTo } from '#src/cli/respond.ts'
import { plainText } from '#src/reply/terminal.ts'

export interface Told extends Responded {
  /** What a person reads of the message that leaves, formatting and addresses gone. */
  readonly read: string
  /** Headings of the groups, each with the source's own words under it. */
  readonly groups: readonly { readonly label: string; readonly texts: readonly string[] }[]
  /** The source's own words of each excerpt. */
  readonly texts: readonly string[]
}

/** @param folder of fact sheets; the bot is opened once, on the first question */
export function asker(folder: string): (input: string) => Promise<Told> {
  let opened: ReturnType<typeof openBot> | null = null
  return async (input) => {
    opened ??= openBot(folder)
    const responded = await respondTo(input, await opened)
    const { answer, message } = responded
    const texts = answer.excerpts.map(({ sheet, start, end }) => sheet.text.slice(start, end))
    const groups = answer.groups.map(({ label, excerpts }) => ({
      label: 'country' in label ? label.country : 'topic' in label ? label.topic : label.text,
      texts: excerpts.map((index) => texts[index] ?? ''),
    }))
    return { ...responded, texts, groups, read: plainText(contents(message).join('\n')) }
  }
}

/** All text in a message's components, nested ones included. */
function contents(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(contents)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'content' && typeof inner === 'string' ? [inner] : contents(inner),
  )
}
