/** /programs: the programs and projects that the fact sheets name for a country. */
import { namedPrograms, programsOf } from '#src/answer/named-programs.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { type Command, declare, laidOut, textOption } from './command.ts'
import { completeCountry } from './complete.ts'

export const programsCommand: Command = {
  declaration: declare('programs', 'The programs and projects named for a country, each with one sentence', [
    textOption('country', 'A country, such as Azerbaijan', { required: true, completed: true }),
  ]),
  example: (library) => {
    const code = library.covered.slice(0, 20).find((country) => namedPrograms(country, library).length > 0)
    return code === undefined ? null : `/programs country:${countryName(code)}`
  },
  run: async ({ values }, asking) => laidOut(programsOf(values['country'] ?? null, asking.library), asking),
  complete: (_option, typed, _values, asking) => completeCountry(typed, asking),
}
