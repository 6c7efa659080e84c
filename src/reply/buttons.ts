/** The buttons that go with a cited answer: how to cite it, keep it, and see it where it stands. */
import type { Answer } from '../answer/model.ts'
import { textLink } from '../cite/link.ts'
import { LINK_URL } from './limits.ts'
import type { Button } from './model.ts'
import type { Words } from './words/model.ts'

/** The action of the button "Cite", and of the one that saves; both carry the citation's id. */
export const CITE = 'cite'
export const SAVE = 'save'

/** For the first excerpt of an answer; none where nothing was answered. */
export function citationButtons(answer: Answer, words: Words): readonly Button[] {
  const [first] = answer.excerpts
  if (answer.outcome !== 'answered' || first === undefined) return []
  return [
    { kind: 'action', label: words.citing.cite, action: CITE, args: [first.citation], style: 'secondary' },
    ...keepButtons(answer, words),
  ]
}

/** The same for a reply that shows the citation already. */
export function keepButtons(answer: Answer, words: Words): readonly Button[] {
  const [first] = answer.excerpts
  if (first === undefined) return []
  const url = textLink(first.sheet, first)
  return [
    { kind: 'action', label: words.citing.save, action: SAVE, args: [first.citation], style: 'secondary' },
    ...(url === null || url.length > LINK_URL ? [] : [{ kind: 'link' as const, label: words.citing.openSource, url }]),
  ]
}
