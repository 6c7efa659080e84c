/** The one list of commands: the router, the registration, the help and the tests all read it. */
import { askCommand } from './ask.ts'
import { checkQuotesMenu } from './check-quotes.ts'
import { citeAction, citeCommand, formatAction } from './cite.ts'
import type { Action, Command, MessageMenu } from './command.ts'
import { compareCommand } from './compare.ts'
import { corpusCancelAction, corpusCommand, corpusConfirmAction, corpusLookAction, corpusPageAction } from './corpus.ts'
import { clearAction, dossierCommand, pageAction, saveAction } from './dossier.ts'
import { figuresCommand } from './figures.ts'
import { findSourcesMenu } from './find-sources.ts'
import { fundingCommand, fundingCsvAction } from './funding.ts'
import { glossaryCommand } from './glossary.ts'
import { helpCommand } from './help.ts'
import { privacyCommand } from './privacy.ts'
import { programCommand } from './program.ts'
import { programsCommand } from './programs.ts'
import { sectionAction } from './section.ts'
import { settingsCommand } from './settings.ts'
import { sourcesCommand } from './sources.ts'
import { timelineCommand } from './timeline.ts'
import { verifyCommand } from './verify.ts'

export const commands: readonly Command[] = [
  programCommand,
  askCommand,
  fundingCommand,
  figuresCommand,
  programsCommand,
  compareCommand,
  timelineCommand,
  glossaryCommand,
  citeCommand,
  verifyCommand,
  dossierCommand,
  sourcesCommand,
  corpusCommand,
  settingsCommand,
  privacyCommand,
  helpCommand,
]

/** What the menu of a message offers. */
export const menus: readonly MessageMenu[] = [checkQuotesMenu, findSourcesMenu]

/** What buttons, selects and forms do. */
export const actions: readonly Action[] = [
  sectionAction,
  citeAction,
  formatAction,
  fundingCsvAction,
  saveAction,
  pageAction,
  clearAction,
  corpusPageAction,
  corpusLookAction,
  corpusConfirmAction,
  corpusCancelAction,
]
