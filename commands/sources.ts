/** /sources: the fact sheets, who published them, of which day, and where they are. */
import { makeAnswer } from '#src/answer/model.ts'
import { sourceLink } from '#src/cite/link.ts'
import { echo } from '#src/reply/escape.ts'
import { textReply } from '#src/reply/model.ts'
import { hasLink, LONGEST_NAME, titled } from '#src/reply/titled.ts'
import { type Command, declare } from './command.ts'

export const sourcesCommand: Command = {
  declaration: declare('sources', 'The fact sheets that answers come from, with publisher, date and address', []),
  example: () => '/sources',
  run: async (_invocation, { library, words, corpusFault }) => {
    const lines = library.sheets.map((sheet) => {
      const { id, meta } = sheet
      const address = sourceLink(sheet)
      const title = `**${titled(meta.title, address)}**`
      const place = hasLink(address) ? title : `${title} (${words.label.noAddress})`
      const countries = meta.countries.map(words.country).join(', ')
      const details = [
        echo(meta.publisher ?? words.label.noPublisher, LONGEST_NAME),
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
