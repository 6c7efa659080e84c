/** /timeline: what the fact sheets date, in order. */
import { timeline } from '#src/answer/timeline.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { type Command, declare, laidOut, textOption } from './command.ts'
import { completeCountry } from './complete.ts'

export const timelineCommand: Command = {
  declaration: declare('timeline', 'What happened when in a country: each dated sentence, earliest first', [
    textOption('country', 'A country, such as Azerbaijan', { required: true, completed: true }),
  ]),
  example: ({ covered: [code] }) => (code === undefined ? null : `/timeline country:${countryName(code)}`),
  run: async ({ values }, asking) => laidOut(timeline(values['country'] ?? null, asking.library), asking),
  complete: (_option, typed, _values, asking) => completeCountry(typed, asking),
}
