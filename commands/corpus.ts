/** /corpus: the fact sheets looked after from a server, by those who may manage it; every reply is theirs alone. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import type { Library } from '#src/answer/library.ts'
import { makeAnswer } from '#src/answer/model.ts'
import { findersOf } from '#src/answer/open.ts'
import { checkCorpus } from '#src/corpus/check/check.ts'
import type { Finding } from '#src/corpus/check/finding.ts'
import type { Added } from '#src/corpus/import/add.ts'
import type { Looked } from '#src/corpus/import/desk.ts'
import { readSheet } from '#src/corpus/read.ts'
import { findingsShown, gapsShown } from '#src/reply/corpus/lists.ts'
import { proposalShown } from '#src/reply/corpus/proposal.ts'
import { echo } from '#src/reply/escape.ts'
import { type Button, type Reply, textReply } from '#src/reply/model.ts'
import { type Action, type Asking, type Command, type Result, textOption, type Values } from './command.ts'

const PAGE = 'corpus-page'
const LOOK = 'corpus-look'
const CONFIRM = 'corpus-confirm'
const CANCEL = 'corpus-cancel'

/** Checking compares every sheet with every other one, while the bot answers nobody else. */
const MOST_CHECKED = 300
/** A longer sheet is checked once it is in the corpus. */
const LONGEST_CHECKED = 200_000
const MOST_GAPS = 100
/** Milliseconds that an offer is waited for: Discord wants a reply within three seconds. */
const PATIENCE = 1500

const subcommand = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options,
})

export const corpusCommand: Command = {
  declaration: {
    name: 'corpus',
    description: 'Look after the fact sheets: check them, see what is missing, add one',
    options: [
      subcommand('check', 'Faults and oddities of the fact sheets, with file and line'),
      subcommand('gaps', 'What was asked and no fact sheet answered'),
      subcommand('add', 'Add a fact sheet from a file or an address; it is shown before it is written', [
        {
          type: ApplicationCommandOptionType.Attachment,
          name: 'file',
          description: 'A saved page: .html, .pdf, .docx, .txt or .md',
        },
        textOption('address', 'Or the address of a page, with http or https', { longest: 1000 }),
      ]),
    ],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  repeatable: false,
  run: async ({ subcommand, values }, asking) =>
    refusal(asking) ?? (subcommand === 'add' ? add(values, asking) : list(subcommand ?? 'check', 0, asking)),
}

/** Another page of a list or of a proposal. */
export const corpusPageAction: Action = {
  name: PAGE,
  run: async ([page = '0', what = 'check', id = ''], asking) => {
    const refused = refusal(asking)
    if (refused !== null) return { kind: 'reply', ...refused }
    const result =
      what === 'add'
        ? await looked(id, (await asking.desk?.look(id, asking.person.id)) ?? GONE, Number(page), asking)
        : await list(what, Number(page), asking)
    return { kind: 'update', ...result }
  },
}

/** What has become of a page that was still being read. */
export const corpusLookAction: Action = {
  name: LOOK,
  run: async ([id = ''], asking) => {
    const refused = refusal(asking)
    if (refused !== null) return { kind: 'reply', ...refused }
    const found = (await asking.desk?.look(id, asking.person.id, PATIENCE)) ?? GONE
    return { kind: 'update', ...(await looked(id, found, 0, asking)) }
  },
}

export const corpusConfirmAction: Action = {
  name: CONFIRM,
  run: async ([id = ''], asking) => {
    const { words, desk, person } = asking
    const refused = refusal(asking)
    if (refused !== null) return { kind: 'reply', ...refused }
    try {
      const written = (await desk?.write(id, person.id)) ?? GONE
      if (written.state === 'gone') return { kind: 'update', ...said('invalid', [words.corpus.gone]) }
      const { file } = written
      if (written.state === 'changed')
        return { kind: 'update', ...said('invalid', [words.corpus.changedMeanwhile(file)]) }
      const { fault, live } = written
      const done = live ? words.corpus.written(file) : words.corpus.writtenSoon(file)
      const told = fault === null ? done : words.corpus.notLive(file, echo(fault, 600))
      return { kind: 'update', ...said('answered', [told]) }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
      return { kind: 'update', ...said('invalid', [words.corpus.notWritten(code)]) }
    }
  },
}

export const corpusCancelAction: Action = {
  name: CANCEL,
  run: async ([id = ''], asking) => {
    const { words, desk, person } = asking
    const gone = desk?.cancel(id, person.id) !== true
    return { kind: 'update', ...said('answered', [gone ? words.corpus.gone : words.corpus.cancelled]) }
  },
}

const GONE = { state: 'gone' } as const

/** Discord hides the command from others, unless a server's own overrides show it to them. */
function refusal({ person, words }: Asking): Result | null {
  if (person.guildId === null) return said('invalid', [words.corpus.onlyServers])
  return person.mayManage ? null : said('invalid', [words.corpus.onlyManagers])
}

async function list(what: string, page: number, asking: Asking): Promise<Result> {
  const { library, store, words, corpusFault } = asking
  if (what === 'gaps') return said('answered', gapsShown(await store.gaps(MOST_GAPS), words), { page, args: [what] })
  const count = library.sheets.length
  if (count > MOST_CHECKED) return said('invalid', [words.corpus.tooManyToCheck(count)])
  const older = corpusFault === null ? [] : [words.corpus.older(echo(corpusFault, 1500))]
  return said('answered', [...older, ...findingsShown(findingsOf(library), count, words)], { page, args: [what] })
}

const checked = new WeakMap<Library, readonly Finding[]>()

/** Once a library: turning a page checks nothing anew. */
function findingsOf(library: Library): readonly Finding[] {
  const found = checked.get(library) ?? checkCorpus(library.sheets, [])
  checked.set(library, found)
  return found
}

async function add({ file, address }: Values, asking: Asking): Promise<Result> {
  const { desk, words, person } = asking
  if (desk === null) return said('invalid', [words.corpus.publish])
  const url = (file ?? address)?.trim()
  if (url === undefined || (file === undefined) === (address === undefined))
    return said('invalid', [words.corpus.fileOrAddress])
  const id = desk.begin(person.id, { kind: file === undefined ? 'address' : 'file', url })
  return looked(id, await desk.look(id, person.id, PATIENCE), 0, asking)
}

async function looked(id: string, found: Looked, page: number, { words, library }: Asking): Promise<Result> {
  const { corpus } = words
  const button = (label: string, action: string, style: 'success' | 'secondary'): Button => {
    return { kind: 'action', label, action, args: [id], style }
  }
  const cancel = button(corpus.cancel, CANCEL, 'secondary')
  switch (found.state) {
    case 'gone':
      return said('invalid', [corpus.gone])
    case 'working':
      return said('answered', [corpus.working], { buttons: [button(corpus.look, LOOK, 'secondary'), cancel] })
    case 'failed':
      return said('invalid', [corpus.notAdded(echo(`${found.failed.message} ${found.failed.cure}`, 600))])
    case 'proposed': {
      const { added } = found
      const buttons = added.change === 'unchanged' ? [] : [button(corpus.confirm, CONFIRM, 'success'), cancel]
      return said('answered', proposalShown(added, odd(added, library), words), { page, args: ['add', id], buttons })
    }
  }
}

/** What the check would say of the sheet by itself. */
function odd(added: Added, library: Library): readonly Finding[] {
  if (added.text.length > LONGEST_CHECKED) return []
  const read = readSheet(added.file, added.text, findersOf(library.vocabulary))
  return checkCorpus(read.ok ? [read.sheet] : [], read.ok ? [] : read.faults)
}

interface Shape {
  readonly page?: number
  /** What its page buttons carry after the number; left out where it has no pages. */
  readonly args?: readonly string[]
  readonly buttons?: readonly Button[]
}

function said(outcome: 'answered' | 'invalid', lines: readonly string[], shape: Shape = {}): Result {
  const { page = 0, args, buttons = [] } = shape
  const answer = makeAnswer(outcome, outcome === 'invalid' ? 'bad-value' : null)
  const plain: Reply = { ...textReply(outcome, lines, true), buttons }
  return { answer, reply: args === undefined ? plain : { ...plain, pages: { page, action: PAGE, args } } }
}
