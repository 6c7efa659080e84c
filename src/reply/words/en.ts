/** The English catalogue. */
import type { Asked, Expected, Note } from '../../answer/model.ts'
import type { FundingLine } from '../../corpus/funding/types.ts'
import { countryName } from '../../corpus/places/index.ts'
import { dateAndAge, dateInWords, yearsAtMost } from '../dates.ts'
import { echo, escapeMarkdown } from '../escape.ts'
import { englishChart } from './en-chart.ts'
import { englishChecking, englishCiting, englishDossier } from './en-citing.ts'
import { englishCorpus } from './en-corpus.ts'
import { englishPrivacy } from './en-privacy.ts'
import { englishStore } from './en-store.ts'
import type { Words } from './model.ts'

const LOCALE = 'en-GB'

const list = (items: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(items)
const either = (items: readonly string[]): string => new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(items)
const names = (codes: readonly string[]): string => list(codes.map(countryName).sort(new Intl.Collator(LOCALE).compare))

const fiscalYears = (years: readonly number[]): string => list(years.map((year) => `FY ${year}`))
const money = (amount: number, currency: string): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount)

const ASKED: Readonly<Record<Asked, string>> = {
  count: 'a number',
  money: 'an amount of money',
  date: 'a date',
  duration: 'a length of time',
  person: 'a name',
  who: 'who it was',
  where: 'where',
  which: 'which',
  meaning: 'what it stands for',
  list: 'a list',
  'yes-no': 'whether that is so',
  explain: 'an explanation',
  anything: 'that',
}

/** What is given as a thing; the rest is said as a clause. */
const THINGS: ReadonlySet<Asked> = new Set<Asked>(['count', 'money', 'date', 'duration', 'person', 'list', 'explain'])

const SPELLED = ['none', 'one', 'two', 'three', 'four', 'five']

function expected(wanted: Expected): string {
  if (wanted.kind === 'said') return wanted.text
  if (wanted.kind === 'fiscal-year')
    return `a fiscal year such as 2007, FY07 or 2006-2008${wanted.known.length === 0 ? '' : `; the fact sheets have ${wanted.known.join(', ')}`}`
  const such = wanted.such.length < 2 ? '' : `, such as ${wanted.such.map(countryName).join(', ')}`
  const [least, most] = [wanted.least, wanted.most].map((count) => SPELLED[count] ?? String(count))
  return `${least} to ${most} different countries${such}`
}

function note(entry: Note): string {
  switch (entry.kind) {
    case 'country-not-covered':
      return `No fact sheet covers ${countryName(entry.country)}.`
    case 'country-only-mentioned':
      return `No fact sheet is about ${countryName(entry.country)}; it is only mentioned, as below.`
    case 'topic-not-covered':
      return `The fact sheets say nothing about ${entry.topics.length === 0 ? 'any listed topic' : either(entry.topics.map((topic) => `“${echo(topic)}”`))}${entry.country === null ? '' : ` in ${countryName(entry.country)}`}.`
    case 'covered-countries':
      return entry.countries.length === 0 ? '' : `Countries covered: ${names(entry.countries)}.`
    case 'covered-topics':
      return entry.country === null
        ? `Topics covered: ${list(entry.topics)}.`
        : `Covered for ${countryName(entry.country)}: ${list(entry.topics)}.`
    case 'more-topics':
      return `More topics for ${countryName(entry.country)}, shown when you name one: ${list(entry.topics)}.`
    case 'not-understood':
      return 'I look up what the fact sheets say. Ask about a country, a program, an amount or an abbreviation.'
    case 'nothing-found':
      return `The fact sheets say nothing that comes near “${echo(entry.about)}”. Ask about a country, a program, an amount or an abbreviation.`
    case 'no-such-country':
      if (entry.candidates.length > 1)
        return `“${echo(entry.typed)}” could be ${either(entry.candidates.map(countryName))}. Which one do you mean?`
      return `I know no country called “${echo(entry.typed)}”.${entry.candidates.map((code) => ` Did you mean ${countryName(code)}?`).join('')}`
    case 'country-assumed':
      return `Read “${echo(entry.typed)}” as ${countryName(entry.country)}.`
    case 'topic-ambiguous':
      return `“${echo(entry.typed)}” can mean ${either(entry.topics.map((topic) => echo(topic)))}. What is said of each is shown; name one to see it alone.`
    case 'topic-searched-as-words':
      return `“${echo(entry.typed)}” is no listed topic; the words were searched as they stand.`
    case 'not-stated':
      return `The fact sheets speak of “${echo(entry.about, 120)}”, but do not ${THINGS.has(entry.asked) ? 'give' : 'say'} ${ASKED[entry.asked]}. What they do say:`
    case 'not-supported':
      return entry.missing.length === 0
        ? 'The fact sheets do not say this. The nearest they come:'
        : `The fact sheets do not say this: nothing there speaks of ${either(entry.missing.map((word) => `“${echo(word)}”`))} in this connection. The nearest they come:`
    case 'year-not-found':
      return `Nothing found for ${list(entry.years.map(String))}.`
    case 'missing-country':
      return `For ${countryName(entry.country)} the fact sheets say nothing on this.`
    case 'bad-value':
      return `${echo(entry.option)}: “${echo(entry.value)}” won’t do; expected ${expected(entry.expected)}.`
    case 'missing-option':
      return `Fill in ${either(entry.options.map((option) => `\`${option}\``))}.`
    case 'unknown-command':
      return `There is no command /${echo(entry.command)}.${entry.nearest.length > 0 ? ` Did you mean ${either(entry.nearest.map((name) => `/${name}`))}?` : ''} /help lists them all.`
    case 'funding-not-stated':
      return `The fact sheets state no ${entry.account === null ? '' : `${echo(entry.account)} `}funding${entry.country === null ? '' : ` for ${countryName(entry.country)}`}${entry.years.length === 0 ? '' : ` in ${fiscalYears(entry.years)}`}.`
    case 'funding-countries':
      return entry.countries.length === 0
        ? 'No fact sheet here states funding by year.'
        : `Funding by year is stated for ${names(entry.countries)}.`
    case 'funding-none':
      return 'No fact sheet here states funding by year.'
    case 'funding-have':
      return `Stated for ${countryName(entry.country)}: ${fiscalYears(entry.years)}${entry.accounts.length === 0 ? '' : ` (${entry.accounts.map((account) => echo(account)).join(', ')})`}.`
    case 'funding-promised':
      return `The source’s heading “${escapeMarkdown(entry.heading)}” promises ${fiscalYears(entry.years)}, but no line gives it.`
    case 'funding-caveat':
      return entry.printed === null
        ? escapeMarkdown(entry.message)
        : `${entry.year === null ? '' : `FY ${entry.year}, `}${escapeMarkdown(entry.printed)}: ${escapeMarkdown(entry.message)}`
    case 'funding-differs':
      return `Fact sheets give different figures for ${countryName(entry.country)} in ${fiscalYears(entry.years)}. They are shown with their dates; none is preferred.`
    case 'funding-sum':
      return `Sum of ${fiscalYears(entry.years)}${entry.account === null ? '' : `, ${echo(entry.account)}`}: ${money(entry.amount, entry.currency)} (our own addition, not the source’s).`
    case 'sheet-dated':
      return `The date of the fact sheet “${echo(entry.title, 120)}”.`
    case 'no-dates':
      return `The fact sheets date nothing for ${countryName(entry.country)}.`
    case 'no-named-programs':
      return `The fact sheets name no program or project for ${countryName(entry.country)}.`
    case 'term-unknown':
      return `The fact sheets neither explain nor name “${echo(entry.typed)}”.${entry.nearest.length > 0 ? ` Did you mean ${either(entry.nearest.map((term) => echo(term)))}?` : ''}`
    case 'sheets-differ':
      return 'The fact sheets give different figures for this. They are shown with their dates; none is preferred.'
    case 'figures-none':
      return `The fact sheets state no figures${entry.topic === null ? '' : ` on ${echo(entry.topic)}`}${entry.country === null ? '' : ` for ${countryName(entry.country)}`}.`
    case 'citation-unknown':
      return `No citation has the id “${echo(entry.typed)}”.${entry.nearest.length === 0 ? '' : ` Did you mean ${either(entry.nearest.map((id) => `\`${id}\``))}?`}`
    case 'citation-moved':
      return 'The fact sheet was edited since this was cited: the same words stand elsewhere in it now.'
    case 'citation-gone':
      return entry.sheetIsThere
        ? `These words no longer stand in “${echo(entry.sheet)}”. It was edited since they were cited.`
        : `“${echo(entry.sheet)}” is no longer among the fact sheets here.`
    case 'citation-replaced':
      return entry.same
        ? `The fact sheet that was cited was replaced by “${echo(entry.sheet)}”, where the same words stand:`
        : `The fact sheet that was cited was replaced by “${echo(entry.sheet)}”, where these words do not stand.`
    case 'words-nowhere':
      return `These words stand in no fact sheet: “${echo(entry.typed, 300)}”.`
    case 'words-altered':
      return `These words stand in no fact sheet as they are: “${echo(entry.typed, 300)}”. The nearest passage:`
    case 'words-in-places':
      return `These words stand in ${entry.more ? 'more than ' : ''}${entry.count} places${entry.shown < entry.count ? `; the first ${entry.shown} are shown` : ''}. Give /cite the id of the one you mean.`
    case 'country-default':
      return `Read for ${countryName(entry.country)}, this server’s country; name another one to see it.`
    case 'did-you-mean-topic':
      return `Did you mean ${either(entry.nearest.map((name) => escapeMarkdown(name)))}?`
  }
}

function date(printed: string | null, notBefore: string | null): string {
  if (printed !== null) return dateAndAge(printed, LOCALE)
  if (notBefore === null) return 'no date printed'
  const age = yearsAtMost(notBefore, LOCALE)
  return `no date printed; written after ${dateInWords(notBefore, LOCALE)}${age === null ? '' : `, at most ${age}`}`
}

function fundingMark(line: FundingLine): string {
  const marks = [
    ...(line.status === 'request' ? ['request'] : []),
    ...(line.status === 'malformed' ? ['misprinted in the source, no amount'] : []),
    ...(line.status === 'cumulative' ? ['over several years'] : []),
    ...(line.total ? ['sum stated by the source'] : []),
    ...(line.country === null ? ['shared with others'] : []),
  ]
  return marks.join(', ')
}

function fiscalYear(year: number | null, through: number | null): string {
  if (year === null) return 'no year'
  return through === null ? `FY ${year}` : `FY ${year}–${through}`
}

export const english: Words = {
  citing: englishCiting,
  checking: englishChecking,
  dossier: englishDossier,
  privacy: englishPrivacy,
  corpus: englishCorpus,
  store: englishStore,
  chart: englishChart,
  locale: LOCALE,
  note,
  asked: (asked) => ASKED[asked],
  country: countryName,
  countryTyped: (typed) => typed,
  topic: (name) => name,
  topicTyped: (typed) => typed,
  command: ({ description }) => description,
  list,
  date,
  fiscalYear,
  fundingMark,
  figureDates: (since, asOf) => [
    ...(since === null ? [] : [`since ${since}`]),
    ...(asOf === null ? [] : [`as of ${asOf}`]),
  ],
  label: {
    open: 'open the source',
    noAddress: 'no address known',
    noPublisher: 'publisher not stated',
    alsoIn: 'also in',
    inItsPassage: 'In its passage:',
    more: (count) => `${count} more not shown here.`,
    related: 'Not an answer, but near it:',
    tryInstead: 'Try:',
    understood: 'Understood:',
    promise:
      'I find and quote what the fact sheets say, word for word, each quote with its source. What they do not say, I say so.',
    chat: 'No command is needed: mention me with a question, write to me directly, or reply to an answer to go on from it.',
    glossary: (count) =>
      count === 1 ? '1 term that the fact sheets explain' : `${count} terms that the fact sheets explain`,
    sources: (count) => (count === 1 ? '1 fact sheet' : `${count} fact sheets`),
    retrieved: (day) => `retrieved ${dateInWords(day, LOCALE)}`,
    fault: (id) => `Something went wrong on my side. Whoever runs the bot finds it in the log under ${id}.`,
    staleButton: 'This button is from an older message and no longer works. Ask again.',
    unknownCommand: 'I don’t know this command (yet); it may have changed. Try /help.',
    noWords: 'This message has no words that I can read.',
    nextPage: (page, pages) => `More (${page} of ${pages})`,
    previousPage: (page, pages) => `Back (${page} of ${pages})`,
    wholeSection: 'Whole section',
    share: 'Share in channel',
    sharedBy: (person) => `Shared by ${person}`,
    notAsked: 'Not what I asked',
    judged: (kept) =>
      kept
        ? 'Thank you. The words of the question are kept without your name, for whoever looks after the fact sheets.'
        : 'Thank you. Nothing was kept: this server keeps no questions, or they can’t be kept just now.',
    remove: 'Remove',
    removed: 'Removed by who asked.',
    onlyAsker: 'Only the person who asked can do this here. Ask the same yourself and you get your own pages.',
    outdated: 'The fact sheets have changed since this was shown. Ask again to see what they say now.',
    askAgain: 'Ask again',
    tooMany: (who, seconds) =>
      `${who === 'person' ? 'That was a lot of questions in a short time' : 'This channel has asked a lot in a short time'}. Please ask again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`,
    nothingFor: (typed) => `“${echo(typed)}”: the fact sheets do not say.`,
  },
  funding: {
    allAccounts: 'All accounts',
    allYears: 'All years',
    csv: 'CSV',
    asFile: (figures) =>
      figures === 1
        ? 'The figure as a CSV file, with its citation:'
        : `The ${figures} figures as a CSV file, each with its citation:`,
  },
  settings: {
    title: 'Settings of this server',
    country: (country) =>
      country === null ? 'Country: none is assumed' : `Country, where none is named: ${escapeMarkdown(country)}`,
    replies: (isPrivate) => (isPrivate ? 'Replies: private unless shared' : 'Replies: seen by everybody'),
    chat: (everywhere, exceptions) =>
      `Answers to mentions: ${everywhere ? 'on' : 'off'}${exceptions.length === 0 ? ' in all channels' : `, but ${everywhere ? 'off' : 'on'} in ${list(exceptions)}`}`,
    saved: 'Saved.',
    notSaved: 'The settings could not be saved; they stay as they were. Please try again later.',
    onlyManagers: 'Only those who may manage this server can change its settings.',
    onlyServers: 'There are settings only in a server that has added the bot.',
  },
}
