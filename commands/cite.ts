/** /cite: a citation by its id or by its words, in the format that is needed. */
import { withAlsoIn } from '#src/answer/also-in.ts'
import { type CitedAnswer, cite, type Recall } from '#src/answer/cite.ts'
import { makeAnswer } from '#src/answer/model.ts'
import { suggestCitations } from '#src/answer/suggest-citations.ts'
import { FORMATS, type FormatId } from '#src/cite/formats/index.ts'
import { citationId } from '#src/cite/id.ts'
import { CITE } from '#src/reply/buttons.ts'
import { FORMAT, layoutCitation } from '#src/reply/citing.ts'
import { CHOICE_TEXT, CHOICES } from '#src/reply/limits.ts'
import { StoreError } from '#src/store/errors.ts'
import {
  type Action,
  type Asking,
  type Command,
  type Completion,
  choiceOption,
  declare,
  laidOut,
  type Result,
  textOption,
} from './command.ts'

export const citeCommand: Command = {
  declaration: declare('cite', 'A citation by its id or by its words, with footnotes to copy in ten formats', [
    textOption('id', 'An id such as those under every excerpt; or start typing words', { completed: true }),
    textOption('text', 'Or words of the source, in quotation marks or without', { completed: true }),
    choiceOption(
      'format',
      'How to write it; can be changed under the reply',
      FORMATS.map(({ id, name }) => ({ name, value: id })),
    ),
  ]),
  example: (library) => {
    const sentences = library.sheets.flatMap((sheet) =>
      sheet.passages.flatMap((passage) => passage.sentences.map((sentence) => ({ sheet, sentence }))),
    )
    // What opens a sheet, such as its date, is nothing to cite.
    const shown = sentences.find(({ sentence }) => sentence.text.endsWith('.')) ?? sentences[0]
    return shown === undefined ? null : `/cite id:${citationId(shown.sheet, shown.sentence)}`
  },
  run: async ({ values }, asking) => {
    const typed = values['id'] ?? values['text']
    if (typed === undefined) {
      const notes = [{ kind: 'missing-option' as const, options: ['id', 'text'] }]
      return laidOut(makeAnswer('invalid', 'missing-option', { notes }), asking)
    }
    return cited(await find(typed, asking), formatOf(values['format']), asking)
  },
  complete: (option, typed, _values, asking) => (option === 'format' ? [] : completeCitation(typed, asking)),
}

/** "Cite" under an answer, or one chosen from a list: to who did so only, as others may want another format or none. */
export const citeAction: Action = {
  name: CITE,
  run: async ([id], asking, { chosen }) => {
    const { answer, reply } = cited(await find(id ?? chosen[0] ?? '', asking), 'plain', asking)
    return { kind: 'reply', answer, reply: { ...reply, private: true } }
  },
}

/** Another format, in the place of the message; somebody else than who asked gets a reply of their own. */
export const formatAction: Action = {
  name: FORMAT,
  run: async ([id = ''], asking, { chosen, askedBy }) => {
    const result = cited(await find(id, asking), formatOf(chosen[0]), asking)
    const own = askedBy === null || askedBy === asking.person.id
    return own
      ? { kind: 'update', ...result }
      : { kind: 'reply', answer: result.answer, reply: { ...result.reply, private: true } }
  },
}

/** Ids with the beginning of their words, for any option that takes an id. */
export function completeCitation(typed: string, { library }: Asking): readonly Completion[] {
  return suggestCitations(typed, library, CHOICES).map(({ id, text }) => {
    const name = `${text.replaceAll(/\s+/g, ' ')}`
    const room = CHOICE_TEXT - id.length - 3
    const words =
      name.length <= room
        ? name
        : `${name
            .slice(0, room - 1)
            .toWellFormed()
            .trimEnd()}…`
    return { name: `${id} · ${words}`, value: id }
  })
}

/** The store's memory; a store that can't be used remembers nothing, and the citation is looked up in the sheets. */
export function recallFrom({ store }: Asking): Recall {
  return async (id) => {
    try {
      return await store.recall(id)
    } catch (error) {
      if (error instanceof StoreError) return null
      throw error
    }
  }
}

async function find(typed: string, asking: Asking): Promise<CitedAnswer> {
  const found = await cite(typed, asking.library, recallFrom(asking))
  return { ...found, answer: withAlsoIn(found.answer, asking.library) }
}

function cited(found: CitedAnswer, format: FormatId, { words }: Asking): Result {
  return { answer: found.answer, reply: layoutCitation(found, format, words) }
}

function formatOf(typed: string | undefined): FormatId {
  return FORMATS.find(({ id }) => id === typed)?.id ?? 'plain'
}
