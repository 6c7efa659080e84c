/** /glossary: what an abbreviation stands for, or all that the fact sheets explain. */
import { define, excerptOf } from '#src/answer/define.ts'
import type { Library } from '#src/answer/library.ts'
import { makeAnswer } from '#src/answer/model.ts'
import { type Term, termsOf } from '#src/answer/terms.ts'
import { escapeMarkdown } from '#src/reply/escape.ts'
import { textReply } from '#src/reply/model.ts'
import { type Asking, type Command, declare, laidOut, type Result, textOption } from './command.ts'

export const glossaryCommand: Command = {
  declaration: declare('glossary', 'What an abbreviation stands for; without a term, all that are explained', [
    textOption('term', 'An abbreviation or a body; leave it out for the list', { completed: true }),
  ]),
  example: (library) => {
    const [term] = termsOf(library)
    return term === undefined ? '/glossary' : `/glossary term:${term.short}`
  },
  run: async ({ values }, asking) => {
    const term = values['term']?.trim() ?? ''
    return term === '' ? listed(asking) : laidOut(define(term, asking.library), asking)
  },
  complete: (_option, typed, _values, { library }) => completeTerm(typed, library),
}

/** One block, which is parted between its lines where it is longer than a page. */
function listed({ library, words }: Asking): Result {
  const terms = termsOf(library)
  const excerpts = terms.map(({ definitions: [first] }) => excerptOf(first))
  const reply = textReply('answered', [`### ${words.label.glossary(terms.length)}`, terms.map(lineOf).join('\n')])
  return { answer: makeAnswer('answered', null, { excerpts }), reply }
}

function lineOf({ short, long, definitions }: Term): string {
  const sheets = [...new Set(definitions.map(({ sheet }) => sheet.id))]
  const shown = sheets.slice(0, 3).map((id) => `\`${id}\``)
  return `**${escapeMarkdown(short)}** — ${escapeMarkdown(long)} · ${shown.join(', ')}${sheets.length > 3 ? ' …' : ''}`
}

/** Short forms that begin as typed, then long forms that have a word which does. */
function completeTerm(typed: string, library: Library): readonly string[] {
  const start = typed.trim().toLowerCase()
  const terms = termsOf(library)
  const short = terms.filter((term) => term.short.toLowerCase().startsWith(start)).map((term) => term.short)
  if (start === '') return short
  const long = terms.filter((term) => ` ${term.long.toLowerCase()}`.includes(` ${start}`)).map((term) => term.long)
  return [...short, ...long]
}
