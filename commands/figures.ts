/** /figures: the numbers the fact sheets state, each with what it counts and the sentence it stands in. */
import { figures } from '#src/answer/figures.ts'
import { figuresOf } from '#src/answer/figures-index.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { type Command, declare, laidOut, textOption, topicOf } from './command.ts'
import { completeCountry, completeTopic } from './complete.ts'

export const figuresCommand: Command = {
  declaration: declare('figures', 'The numbers the fact sheets state: how many, since when, of what', [
    textOption('country', 'A country, such as Tajikistan', { completed: true }),
    textOption('topic', 'A topic, such as community policing', { completed: true }),
  ]),
  example: (library) => {
    const code = figuresOf(library).flatMap(({ sheet }) => sheet.meta.countries)[0]
    return code === undefined ? null : `/figures country:${countryName(code)}`
  },
  run: async ({ values }, asking) =>
    laidOut(figures({ country: values['country'] ?? null, topic: topicOf(values, asking) }, asking.library), asking),
  complete: (option, typed, values, asking) =>
    option === 'country' ? completeCountry(typed, asking) : completeTopic(typed, values['country'], asking),
}
