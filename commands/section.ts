/** The button that opens the whole section of an excerpt; anybody may, and reads it alone. */
import { corpusVersion } from '#src/answer/corpus-version.ts'
import { makeAnswer } from '#src/answer/model.ts'
import { wholeSection } from '#src/answer/section.ts'
import { textReply } from '#src/reply/model.ts'
import { layoutSection, SECTION } from '#src/reply/section.ts'
import type { Action } from './command.ts'

/** `args`: the page, empty to open it anew; the corpus version; the citation of words in the section. */
export const sectionAction: Action = {
  name: SECTION,
  run: async ([page = '', version = '', citation = ''], { library, words }) => {
    const answer = version === corpusVersion(library) ? wholeSection(citation, library) : null
    if (answer === null) {
      const reply = textReply('invalid', [words.label.outdated], true)
      return { kind: 'reply', answer: makeAnswer('invalid', 'bad-value'), reply }
    }
    const pages = { page: Number(page), action: SECTION, args: [version, citation] }
    return { kind: page === '' ? 'reply' : 'update', answer, reply: layoutSection(answer, pages, words) }
  },
}
