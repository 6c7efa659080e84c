/** The name under which a passage stands on its page. */
import type { Passage } from '../corpus/model.ts'

/**
 * The heading above a passage; where that is only the page's title, the run-in heading says more. Null where the page
 * prints neither.
 */
export function sectionName(passage: Passage): string | null {
  const { section, runIn } = passage
  if (section.heading !== null && section.level > 1) return section.heading
  return runIn ?? section.heading
}
