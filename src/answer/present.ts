/** What every answer gets before it is laid out, whichever command found it. */
import { withAlsoIn } from './also-in.ts'
import { withDiffering } from './differing.ts'
import type { Library } from './library.ts'
import type { Answer } from './model.ts'
import { withNearestCountries } from './nearest-countries.ts'
import { withNearestTopics } from './nearest-topics.ts'

/** The answer with contradicting sheets beside it, each excerpt saying where else it stands, a refusal what was perhaps meant. */
export function present(answer: Answer, library: Library): Answer {
  const nearest = withNearestCountries(withNearestTopics(answer, library), library)
  return withAlsoIn(withDiffering(nearest, library), library)
}
