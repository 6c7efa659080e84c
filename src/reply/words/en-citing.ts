/** English for citations, checked quotations and dossiers. */
import type { Told } from '../../cite/verify/told.ts'
import { echo } from '../escape.ts'
import type { CheckingWords, CitingWords, DossierWords } from './citing.ts'

const list = (items: readonly string[]): string => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items)

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

const yours = (whose: 'person' | 'channel'): string => (whose === 'person' ? 'your dossier' : 'this channel’s dossier')

const TOLD: Readonly<Record<Told, string>> = {
  'quotation marks': 'curly or straight marks',
  dashes: 'dashes',
  'white space': 'spaces and line breaks',
  'letter case': 'capitals',
  ellipsis: 'the form of the ellipsis',
  'invisible characters': 'invisible characters',
  'character encoding': 'the encoding of letters',
  markup: 'markup',
  'marks around it': 'marks around the quotation',
}

/** As much of a difference as can be taken in at a glance. */
const part = (text: string): string => echo(text, 200)

export const englishCiting: CitingWords = {
  cite: 'Cite',
  save: 'Save',
  chooseToCite: 'Cite or save one of these',
  openSource: 'Open source',
  format: (name) => `Format: ${name}`,
  formatName: ({ name }) => name,
  saidThen: 'When it was cited it said:',
  standsNow: 'In its place there stands now:',
  inFile: 'The text is in the file.',
}

export const englishChecking: CheckingWords = {
  verbatim: (places) =>
    places > 1
      ? `**Verbatim.** It stands so in ${places < 100 ? places : 'at least 100'} places, the first:`
      : '**Verbatim.** It stands so in the source:',
  altered: '**Altered.** The source says it otherwise:',
  stitched: '**Stitched.** Its parts come from different places:',
  absent: '**Not in the fact sheets.** No passage has even half of its words in this order.',
  told: (told) => `Passed over as no difference: ${list(told.map((one) => TOLD[one]))}.`,
  difference: ({ quote, source }) => {
    if (quote === '') return `left out: “${part(source)}”`
    if (source === '') return `put in: “${part(quote)}”`
    return `“${part(quote)}” → source “${part(source)}”`
  },
  more: (count) => `and ${counted(count, 'more difference')}`,
  part: (quote) => `“${part(quote)}” stands in`,
  leftOver: (quote) => `“${part(quote)}” is of none of these`,
  nearest: 'The passage it comes nearest to:',
  claims: 'Amounts and counts',
  claim: (text, verdict) => {
    if (verdict === 'stated') return `**${part(text)}**: stated in the source:`
    if (verdict === 'different') return `**${part(text)}**: different in the source:`
    return `**${part(text)}**: not stated in the fact sheets.`
  },
  nothing: 'There is no quotation, amount or count in this message to check.',
  found: (quotations, claims) =>
    `Checked ${list([...(quotations > 0 ? [counted(quotations, 'quotation')] : []), ...(claims > 0 ? [counted(claims, 'amount or count', 'amounts and counts')] : [])])} of the message.`,
}

export const englishDossier: DossierWords = {
  title: (whose, count) =>
    `${whose === 'person' ? 'Your dossier' : 'This channel’s dossier'}: ${counted(count, 'citation')}`,
  empty: (whose) =>
    `${whose === 'person' ? 'Your dossier' : 'This channel’s dossier'} is empty. Save an excerpt with the button under an answer, or with /dossier add.`,
  saved: (position, whose) => `Saved as number ${position} of ${yours(whose)}.`,
  savedAlready: (position) => `It is there already, as number ${position}.`,
  noted: (position) => `Number ${position} has this note now:`,
  noteGone: (position) => `Number ${position} has no note any more.`,
  moved: (from, to) => `Moved from number ${from} to number ${to}.`,
  removed: (position) => `Removed number ${position}:`,
  exported: (count, format) => `${counted(count, 'citation')} as ${format}:`,
  confirmClear: (count, whose) =>
    `Remove all ${counted(count, 'citation')} from ${yours(whose)}? This can’t be undone; /dossier export keeps a copy.`,
  cleared: (count) => `Removed ${counted(count, 'citation')}.`,
  clear: 'Remove all',
  show: 'Show dossier',
  previous: 'Previous',
  next: 'Next',
  page: (page, pages) => `page ${page} of ${pages}`,
  note: 'Note:',
  gone: 'these words no longer stand in the fact sheets',
  expectedEntry: (count) =>
    count === 0 ? 'a number, but the dossier is empty' : `a number from 1 to ${count}, as /dossier show has them`,
}
