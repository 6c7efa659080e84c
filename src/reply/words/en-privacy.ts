import type { PrivacyWords } from './privacy.ts'

const citations = (count: number): string => (count === 1 ? '1 citation' : `${count} citations`)

export const englishPrivacy: PrivacyWords = {
  kept: (saved) => [
    `**Of you:** your own dossier, with your notes in it: ${saved === 0 ? 'it is empty' : citations(saved)}. It is kept until you delete it with \`/privacy delete\`, and nobody else can see it.`,
    '**Of channels and servers:** what people saved in a channel’s dossier, without saying who; a server’s settings.',
    '**Of questions:** nothing of those that were answered. Of those that nothing answered, or whose reply somebody marked “Not what I asked”, the words and a count, without who asked, where or at what time.',
    'Messages that don’t speak to the bot are not read. Nothing is passed on to anybody.',
  ],
  deleted: (count) =>
    count === 0
      ? 'Nothing of yours was kept, so there was nothing to delete.'
      : `Deleted: your dossier with ${citations(count)} and every note in it. Nothing else was kept of you.`,
}
