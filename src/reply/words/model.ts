/** What the interface says in its own words, one entry a thing to say. English is complete; others follow its shape. */
import type { Asked, Note } from '../../answer/model.ts'
import type { FundingLine } from '../../corpus/funding/types.ts'
import type { ChartWords } from './chart.ts'
import type { CheckingWords, CitingWords, DossierWords } from './citing.ts'
import type { CorpusWords } from './corpus.ts'
import type { PrivacyWords } from './privacy.ts'
import type { StoreWords } from './store.ts'

export interface Words {
  readonly citing: CitingWords
  readonly checking: CheckingWords
  readonly dossier: DossierWords
  readonly privacy: PrivacyWords
  readonly corpus: CorpusWords
  readonly store: StoreWords
  readonly chart: ChartWords
  /** For dates and numbers. */
  readonly locale: string
  note(note: Note): string
  asked(asked: Asked): string
  country(code: string): string
  /** The English name of a country that is typed as this language has it; other words stay as they are. */
  countryTyped(typed: string): string
  /** A listed topic by its name in the vocabulary; words that are none stay as they are. */
  topic(name: string): string
  /** The vocabulary's name of a topic that is typed as this language has it; other words stay as they are. */
  topicTyped(typed: string): string
  /** What a command is for. */
  command(declaration: { readonly name: string; readonly description: string }): string
  /** A list as a sentence has it: A, B and C. */
  list(items: readonly string[]): string
  /** `FY 2007`, `FY 2005–2006`, or that no year is named. */
  fiscalYear(year: number | null, through: number | null): string
  /** What must stand beside a figure that is no plain statement; empty for one that is. */
  fundingMark(line: FundingLine): string
  /** `since 2005`, `as of December 2013`; what the source does not say is left out. */
  figureDates(since: string | null, asOf: string | null): readonly string[]
  /** When a text is from and how long ago that was: `20 January 2009 (17 years ago)`; or that no date is printed. */
  date(date: string | null, notBefore: string | null): string
  readonly label: {
    readonly open: string
    readonly noAddress: string
    readonly noPublisher: string
    readonly alsoIn: string
    readonly inItsPassage: string
    readonly more: (count: number) => string
    readonly related: string
    readonly tryInstead: string
    readonly understood: string
    /** What the bot does and what it does not. */
    readonly promise: string
    /** How to ask without a command. */
    readonly chat: string
    readonly glossary: (count: number) => string
    readonly sources: (count: number) => string
    readonly retrieved: (date: string) => string
    readonly fault: (id: string) => string
    readonly staleButton: string
    readonly unknownCommand: string
    /** A message menu was used on a message without text. */
    readonly noWords: string
    /** The buttons of pages, with the page they lead to. */
    readonly nextPage: (page: number, pages: number) => string
    readonly previousPage: (page: number, pages: number) => string
    readonly wholeSection: string
    readonly share: string
    readonly sharedBy: (person: string) => string
    /** The button that says that a reply misses the question, and what is said to who presses it. */
    readonly notAsked: string
    readonly judged: (kept: boolean) => string
    readonly remove: string
    readonly removed: string
    readonly onlyAsker: string
    /** The fact sheets changed since the button was made. */
    readonly outdated: string
    readonly askAgain: string
    /** Too many questions in a minute, by one person or in one channel. */
    readonly tooMany: (who: 'person' | 'channel', seconds: number) => string
    /** Nothing answers a citation in double brackets. */
    readonly nothingFor: (words: string) => string
  }
  readonly funding: {
    /** The buttons that take back what a reply was narrowed to, and the one that gives its figures as a file. */
    readonly allAccounts: string
    readonly allYears: string
    readonly csv: string
    readonly asFile: (figures: number) => string
  }
  readonly settings: {
    readonly title: string
    readonly country: (country: string | null) => string
    readonly replies: (isPrivate: boolean) => string
    readonly chat: (everywhere: boolean, exceptions: readonly string[]) => string
    readonly saved: string
    readonly notSaved: string
    readonly onlyManagers: string
    readonly onlyServers: string
  }
}
