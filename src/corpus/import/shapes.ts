/**
 * What a line looks like, told from the line alone: a date line, a line of the text's head, a figure line, a title.
 * Shared by furniture, structure and front matter, so that they cannot disagree.
 */
import { findRunIn } from '../run-in.ts'
import { wholeDate } from './dates.ts'

export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** A sentence or more: what a page is read for. */
export const isProse = (text: string): boolean =>
  wordCount(text) >= 20 || (wordCount(text) >= 8 && /[.!?;][)"'”’\]]*(\s|$)/.test(text.replace(/\bU\.S\./g, 'US')))

/** A sentence, however short: `They work.`, not `Lima, Peru.` */
export const isSentence = (text: string): boolean =>
  /^["“(]?\p{Lu}/u.test(text) &&
  /[.!?][)"'”’\]]*$/.test(text) &&
  text.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !SMALL.test(word))

const SMALL = /^(?:and|of|the|in|for|to|on|with|by|a|an|or)$/

/** Each word that carries meaning begins with a capital or a digit. */
export const isTitleCase = (text: string): boolean =>
  text.split(/\s+/).every((word) => /^[^\p{Ll}]/u.test(word) || SMALL.test(word))

/** Whom to ask, or where: `Contact: press@example.org`. It is no part of a text that a title would name. */
export const isContactLine = (text: string): boolean =>
  text.length <= 300 &&
  /^(?:(?:media|press|public) )?(?:contacts?(?: us)?|inquiries|e-?mail|phone|tel(?:ephone)?|fax|web ?(?:site|page)?|address|for (?:more|further|additional) information\b[^:]{0,40})\s*(?::|$)|^[^:]{2,40}:\s*(?:\S+@\S+|https?:\/\/\S+|\+?[\d\s().-]{7,})$/i.test(
    text,
  )

const FISCAL_YEARS = String.raw`(?:FY|Fiscal Years?)\s*['’]?\d{2,4}(?:\s*(?:[/–-]|and|,)\s*(?:FY\s*)?['’]?\d{2,4})*(?!\d)`
/** An amount near by, a separator, a name or nothing; no small letter and no full stop, with which a sentence goes on. */
const LEADS_TO_FIGURE = String.raw`(?:\s*$|\s*[:=|(*\[\p{Lu}]|\s*[–-]\s|\s+\d|[^.]{0,40}[$€£])`
const FIGURE_LINE = new RegExp(
  `^${FISCAL_YEARS}${LEADS_TO_FIGURE}|^(?:Total|\\d{4}(?!,))\\b[^;]{0,80}[$€£]\\s?\\d`,
  'u',
)

/** `FY07: $2.25 million (FSA)`, `2011 – $1,500,000`; not `2008, and gave it …`, where a sentence goes on. */
export const isFigureLine = (text: string): boolean => text.length <= 160 && FIGURE_LINE.test(text)

/** `Challenges: Tajikistan continues …`: the words before the colon, or null. */
export const runInHeading = (text: string): string | null => findRunIn(text, false)?.label ?? null

/** A caption names its photographer or agency, or says that it is a picture. */
export const isCaption = (text: string): boolean =>
  text.length <= 800 &&
  /[([][^()[\]]*(?:\/|photo|image|©|courtesy)[^()[\]]*[)\]]\.?$|^(?:photo|image|caption|picture)\b.*:|©|\bAP (?:Photo|Image)/iu.test(
    text,
  )

/** What the text is, from whom, from where and of which day: `Fact Sheet`, `Bureau of …`, `Washington, DC`. */
export function isHeadLine(text: string): boolean {
  if (wholeDate(text) !== null) return true
  if (
    /^(?:fact ?sheet|press release|media note|factsheet|summary|report|remarks|background(?:er| note))s?(?:\s*\([^()]{1,40}\))?$/i.test(
      text,
    )
  )
    return true
  if (/^(?:OSCE|UNODC|(?:the )?United Nations Office on Drugs and Crime)$/i.test(text)) return true
  if (/^washington,? d\.?c\.?,?(?: 20\d{3})?$/i.test(text) || /^(?:released|issued|published) (?:by|on)\b/i.test(text))
    return true
  return (
    text.length <= 120 &&
    !/[.!?;:]$/.test(text) &&
    /^(?:the )?(?:bureau (?:of|for)|office (?:of|for|to|on)|embassy of|u\.s\. embassy|organization for|(?:u\.s\. )?department of)\b/i.test(
      text,
    )
  )
}

/** A short line that could stand over a text: no closing punctuation, begins with a capital or a digit. */
export const isTitleLike = (text: string): boolean =>
  text.length <= 110 &&
  wordCount(text) >= 1 &&
  wordCount(text) <= 14 &&
  /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text) &&
  !/[.!;,:–—-]$/.test(text.replace(/\b(?:\p{Lu}\.){2,}$|\b(?:Jr|Sr|Inc|No)\.$/u, 'x')) &&
  !isFigureLine(text) &&
  !isCaption(text) &&
  !/^(?:\d+[.)]|https?:)/.test(text)
