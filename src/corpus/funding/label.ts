/** What the words before an amount in a ledger line say about it: `FY07 INCLE:`, `FY 2010 request:`. */
import { isRequest, isShared, readBracket, shortNameAt } from './accounts.ts'
import { type Element, wordOf } from './elements.ts'

export interface Label {
  account: string | null
  readonly marks: string[]
  request: boolean
  total: boolean
  shared: string | null
}

export function readLabel(elements: readonly Element[], text: string): Label {
  const label: Label = { account: null, marks: [], request: false, total: false, shared: null }
  const tokens = elements.flatMap((element) => (element.type === 'token' ? [element.token] : []))
  for (const element of elements) {
    if (element.type === 'mark') label.marks.push(element.mark)
    if (element.type === 'bracket') {
      const reading = readBracket(element, text)
      label.account ??= reading.account
      label.marks.push(...reading.marks)
      label.request ||= reading.request
      label.shared ??= reading.shared
    }
    if (isRequest(wordOf(element))) label.request = true
    if (wordOf(element) === 'total') label.total = true
    if (isShared(wordOf(element))) label.shared ??= text.slice(element.from, element.to)
  }
  for (let i = 0; i < tokens.length && label.account === null; i += 1) {
    label.account = shortNameAt(tokens, i, text)?.account ?? null
  }
  return label
}
