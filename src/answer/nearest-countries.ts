/** Where no country is of the name typed, the covered ones that were perhaps meant, and a list of all that are covered. */
import { editDistance } from '../corpus/edit-distance.ts'
import type { CountryCode } from '../corpus/model.ts'
import { countryName } from '../corpus/places/index.ts'
import type { Library } from './library.ts'
import type { Answer, Note } from './model.ts'

const MOST_NEAR = 3
/** Slips a letter of the name: enough for letters left out, too few for another word. */
const SLIPS_A_LETTER = 0.4

/** The refusal with what could have been typed; as it is where candidates are named already. */
export function withNearestCountries(answer: Answer, library: Library): Answer {
  const notes = answer.notes.flatMap((note): readonly Note[] => {
    if (note.kind !== 'no-such-country' || note.candidates.length > 0) return [note]
    const covered: Note = { kind: 'covered-countries', countries: library.covered }
    return [{ ...note, candidates: nearCovered(note.typed, library.covered) }, covered]
  })
  return notes.length === answer.notes.length ? answer : { ...answer, notes }
}

function nearCovered(typed: string, covered: readonly CountryCode[]): readonly CountryCode[] {
  const word = typed.trim().toLowerCase()
  return covered
    .flatMap((code) => {
      const name = countryName(code).toLowerCase()
      const most = Math.floor(name.length * SLIPS_A_LETTER)
      const slips = editDistance(word, name, most)
      return slips <= most && name.charAt(0) === word.charAt(0) ? [{ code, slips }] : []
    })
    .sort((a, b) => a.slips - b.slips)
    .slice(0, MOST_NEAR)
    .map(({ code }) => code)
}
