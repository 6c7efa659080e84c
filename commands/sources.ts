/** /sources: the fact sheets, who published them, of which day, and where they are. */
import { makeAnswer } from '#src/answer/model.ts'
import { echo, escapeMarkdown } from '#src/reply/escape.ts'
import { textReply } from '#src/reply/model.ts'
import { type Command, declare } from './command.ts'

export const sourcesCommand: Command = {
  declaration: declare('sources', 'The fact sheets that answers come from, with publisher, date and address', []),
  example: () => '/sources',
  run: async (_invocation, { library, words, corpusFault }) => {
    const lines = library.sheets.map(({ id, meta }) => {
      const title = escapeMarkdown(meta.title)
      const place = meta.url === null ? `**${title}** (${words.label.noAddress})` : `**[${title}](<${meta.url}>)**`
      const countries = meta.countries.map(words.country).join(', ')
      const details = [
        escapeMarkdown(meta.publisher ?? words.label.noPublisher),
        words.date(meta.date, meta.notBefore),
        ...(countries === '' ? [] : [countries]),
        ...(meta.retrieved === null ? [] : [words.label.retrieved(meta.retrieved)]),
        `\`${id}\``,
      ]
      return `${place}\n-# ${details.join(' · ')}`
    })
    const older = corpusFault === null ? '' : words.corpus.older(faultShown(corpusFault))
    const reply = textReply('answered', [`### ${words.label.sources(library.sheets.length)}`, older, ...lines])
    return { answer: makeAnswer('answered', null), reply }
  },
}

/** In one line, and without telling everybody where things lie on the machine. */
const faultShown = (fault: string): string =>
  echo(fault.replace(/\n.*/s, '').replaceAll(/(?:[A-Za-z]:)?(?:[\\/][\w. -]+)+[\\/](?=[\w.-])/g, ''), 300)
