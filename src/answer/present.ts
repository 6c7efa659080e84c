/** What every answer gets before it is laid out, whichever command found it. */
import { withAlsoIn } from './also-in.ts'
import { withDiffering } from './differing.ts'
import type { Library } from './library.ts'
import type { Answer } from './model.ts'

/** The answer with contradicting sheets beside it and each excerpt saying where else it stands. */
export function present(answer: Answer, library: Library): Answer {
  return withAlsoIn(withDiffering(answer, library), library)
}
