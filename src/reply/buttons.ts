/** The buttons that go with a cited answer: how to cite it, keep it, and see it where it stands. */
import type { Answer } from '../answer/model.ts'
import { textLink } from '../cite/link.ts'
import { visibleText } from '../corpus/visible.ts'
import { CHOICE_TEXT, LINK_URL } from './limits.ts'
import type { Button, SelectMenu } from './model.ts'
import type { Words } from './words/model.ts'

/** The action of the button "Cite", and of the one that saves; both carry the citation's id. */
export const CITE = 'cite'
export const SAVE = 'save'

/** Whether an answer is a list, each entry with an excerpt of its own: then no one excerpt is the answer. */
export function isList({ groups, funding, figures, excerpts }: Answer): boolean {
  const counted = figures.length > 0 && excerpts.every((_, order) => figures.some(({ excerpt }) => excerpt === order))
  return excerpts.length > 1 && (groups.length > 0 || funding.length > 0 || counted)
}

/** For the first excerpt of an answer; none where nothing was answered. */
export function citationButtons(answer: Answer, words: Words): readonly Button[] {
  const [first] = answer.excerpts
  if (answer.outcome !== 'answered' || first === undefined || isList(answer)) return []
  return [
    { kind: 'action', label: words.citing.cite, action: CITE, args: [first.citation], style: 'secondary' },
    ...keepButtons(answer, words),
  ]
}

/** Under a list: which of its excerpts to cite; the reply to that has the button that saves. */
export function citationSelects(answer: Answer, words: Words): readonly SelectMenu[] {
  if (answer.outcome !== 'answered' || !isList(answer)) return []
  const excerpts = new Map(answer.excerpts.map((excerpt) => [excerpt.citation, excerpt]))
  const options = [...excerpts.values()].flatMap(({ passage, start, end, citation, sheet }) => {
    const label = inOneLine(visibleText(passage, { start, end }))
    const title = inOneLine(sheet.meta.title)
    // Discord takes no empty texts, and no longer values.
    if (label === '' || citation.length > CHOICE_TEXT) return []
    return [{ label, value: citation, ...(title === '' ? {} : { description: title }) }]
  })
  return [{ action: CITE, args: [], placeholder: words.citing.chooseToCite, options }]
}

/** Lists of Discord's show their text as it is, without markup. */
function inOneLine(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return plain.length <= CHOICE_TEXT ? plain : `${plain.slice(0, CHOICE_TEXT - 1).toWellFormed()}…`
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
