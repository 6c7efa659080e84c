/**
 * What a person reads in a message that a menu was used on. Its own words stand for it; where it has none, what was
 * forwarded in it, and else what an app wrote: components or embeds. The preview of a link beside words is nobody's.
 */
import type { APIEmbed, APIMessage, APIMessageSnapshotFields } from 'discord-api-types/v10'
import { plainText } from '../reply/terminal.ts'

type Readable = Partial<Pick<APIMessage, 'message_snapshots'> & APIMessageSnapshotFields>

/** Empty where it has no words, or Discord does not show them. */
export function messageText(message: Readable | undefined): string {
  if (message === undefined) return ''
  const { content, message_snapshots: forwarded = [], components, embeds = [] } = message
  return (
    [
      content ?? '',
      forwarded.map(({ message: inside }) => messageText(inside)).join('\n\n'),
      shownTexts(components).join('\n\n'),
      embeds.map(embedText).join('\n\n'),
    ].find((text) => text.trim() !== '') ?? ''
  )
}

/** The text displays of components, however nested, without the small print under them. */
function shownTexts(components: unknown): readonly string[] {
  if (!Array.isArray(components)) return []
  return components.flatMap((component: unknown): readonly string[] => {
    if (typeof component !== 'object' || component === null) return []
    const inside = 'components' in component ? shownTexts(component.components) : []
    return 'content' in component && typeof component.content === 'string'
      ? [withoutSmallPrint(component.content), ...inside]
      : inside
  })
}

const withoutSmallPrint = (markdown: string): string =>
  plainText(
    markdown
      .split('\n')
      .filter((line) => !line.startsWith('-# '))
      .join('\n'),
  )

function embedText({ title, description, fields = [] }: APIEmbed): string {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])]
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
}
