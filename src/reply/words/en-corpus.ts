import { dateInWords } from '../dates.ts'
import type { CorpusWords } from './corpus.ts'

const some = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const REASONS: Readonly<Record<string, string>> = {
  'country-not-covered': 'no sheet on the country',
  'topic-not-covered': 'nothing on the topic',
  'figure-not-stated': 'no such figure',
  'not-supported': 'nothing that answers',
  'not-what-i-asked': 'answered, but “Not what I asked”',
}

export const englishCorpus: CorpusWords = {
  onlyManagers: 'Only those who may manage this server can look after the fact sheets.',
  onlyServers: 'Fact sheets are looked after in a server that has added the bot, or from the command line.',
  older: (fault) => `⚠️ An older corpus is served because the newest one can’t be read: ${fault}`,
  checked: (sheets, { error, warning, note }) =>
    `${some(sheets, 'fact sheet')}: ${some(error, 'error')}, ${some(warning, 'warning')}, ${some(note, 'note')}`,
  tooManyToCheck: (sheets) =>
    `These are ${sheets} fact sheets, more than can be checked while somebody waits. Run \`npm run corpus -- check\`.`,
  level: { error: 'error', warning: 'warning', note: 'note' },
  cure: 'Cure:',
  finding: (finding) => finding,
  gaps: (count) => `${some(count, 'question')} that the fact sheets did not answer`,
  noGaps: 'No question has gone without an answer yet.',
  times: (count) => some(count, 'time'),
  lastAsked: (day) => `last on ${dateInWords(day, 'en-GB')}`,
  reason: (reason) => REASONS[reason] ?? null,
  publish:
    'These fact sheets come from a database, for every process the same. Add to the folder they were published from with `npm run corpus -- add`, then run `npm run corpus -- publish`.',
  fileOrAddress: 'Give a file or an address, one of the two.',
  working: 'The page is still being fetched and read. Nothing is written before you confirm it.',
  look: 'Look again',
  gone: 'This proposal is gone: it was dealt with, it is more than 15 minutes old, or the bot was started anew. Add the page again.',
  proposal: (change, file) =>
    ({
      new: `Proposed as a new fact sheet, \`${file}\``,
      changed: `Proposed in the place of what \`${file}\` says now`,
      unchanged: `Nothing to write: \`${file}\` says the same already`,
    })[change],
  notAdded: (why) => `Not added: ${why}`,
  general: 'no country as a whole',
  noFurniture: 'No furniture of the page was found.',
  furniture: (count) => `${some(count, 'line')} of furniture removed`,
  line: (line) => `line ${line}`,
  oddities: (count) => some(count, 'oddity', 'oddities'),
  confirm: 'Confirm',
  cancel: 'Cancel',
  cancelled: 'Cancelled; nothing was written.',
  changedMeanwhile: (file) =>
    `\`${file}\` has changed since this was proposed, so nothing was written. Add the page again.`,
  written: (file) => `Written as \`${file}\` and answered from.`,
  writtenSoon: (file) => `Written as \`${file}\`; it is being read, and answered from in a moment.`,
  notLive: (file, fault) => `Written as \`${file}\`, but an older corpus goes on being served: ${fault}`,
  notWritten: (code) => `It could not be written (${code}); the fact sheets are as they were.`,
}
