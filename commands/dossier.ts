/**
 * /dossier: what a person or a channel has saved. A person's is shown to that person only. What is wrong with the store
 * is thrown as its own error, which the bot says in the store's words.
 */
import { cite } from '#src/answer/cite.ts'
import { citedExcerpts } from '#src/answer/cited.ts'
import { type Excerpt, makeAnswer, type Note } from '#src/answer/model.ts'
import { type CitationRecord, resolve } from '#src/cite/anchor.ts'
import { EXPORTS, exportDossier } from '#src/cite/export.ts'
import { citationId } from '#src/cite/id.ts'
import { SAVE } from '#src/reply/buttons.ts'
import { layoutCitation } from '#src/reply/citing.ts'
import {
  CLEAR,
  confirmClear,
  doneReply,
  layoutDossier,
  PAGE,
  pageOf,
  savedLines,
  type Whose,
} from '#src/reply/dossier.ts'
import { echo } from '#src/reply/escape.ts'
import { CHOICE_TEXT } from '#src/reply/limits.ts'
import { type Block, textReply } from '#src/reply/model.ts'
import { type DossierEntry, NOTE_LIMIT, type Owner } from '#src/store/store.ts'
import { completeCitation, recallFrom } from './cite.ts'
import {
  type Action,
  type Asking,
  type Command,
  choiceOption,
  declareWithSubcommands,
  laidOut,
  numberOption,
  type Result,
  textOption,
  type Values,
} from './command.ts'

const WHOSE = choiceOption('whose', 'Mine, which only I see (as if left out), or this channel’s', [
  { name: 'me', value: 'me' },
  { name: 'channel', value: 'channel' },
])
const ENTRY = textOption('entry', 'Its number in the dossier', { required: true, completed: true })

interface Desk {
  readonly asking: Asking
  readonly owner: Owner
  readonly whose: Whose
  readonly values: Values
}

const SUBCOMMANDS: Readonly<Record<string, (desk: Desk) => Promise<Result>>> = {
  show: (desk) => show(desk, 1),
  add,
  note,
  move,
  remove,
  export: exportAll,
  clear,
}

export const dossierCommand: Command = {
  declaration: declareWithSubcommands('dossier', 'Citations you saved: list, order, notes, export', [
    { name: 'show', description: 'What was saved, in order', options: [WHOSE] },
    {
      name: 'add',
      description: 'Save a citation',
      options: [
        textOption('id', 'Its id, or words of the source', { required: true, completed: true }),
        textOption('note', 'A remark to keep beside it', { longest: NOTE_LIMIT }),
        WHOSE,
      ],
    },
    {
      name: 'note',
      description: 'Write a remark beside an entry, or take it away',
      options: [ENTRY, textOption('text', 'The remark; leave it out to take it away', { longest: NOTE_LIMIT }), WHOSE],
    },
    {
      name: 'move',
      description: 'Put an entry elsewhere in the order',
      options: [ENTRY, numberOption('position', 'Its new number'), WHOSE],
    },
    { name: 'remove', description: 'Take an entry out', options: [ENTRY, WHOSE] },
    {
      name: 'export',
      description: 'All of it as a file',
      options: [
        choiceOption(
          'format',
          'What kind of file',
          EXPORTS.map(({ id, name }) => ({ name, value: id })),
          true,
        ),
        WHOSE,
      ],
    },
    { name: 'clear', description: 'Remove everything; asks first', options: [WHOSE] },
  ]),
  repeatable: false,
  example: () => '/dossier show',
  run: async ({ subcommand, values }, asking) => {
    const desk = deskOf(asking, values['whose'] === 'channel' ? 'channel' : 'person', values)
    const work = SUBCOMMANDS[subcommand ?? 'show'] ?? SUBCOMMANDS['show']
    if (work === undefined) return show(desk, 1)
    return work(desk)
  },
  complete: async (option, typed, values, asking) => {
    if (option === 'id') return completeCitation(typed, asking)
    if (option !== 'entry') return []
    const { owner } = deskOf(asking, values['whose'] === 'channel' ? 'channel' : 'person', values)
    const wanted = typed.trim().toLowerCase()
    return (await asking.store.dossier(owner))
      .map(({ position, citation }) => {
        const name = `${position}. ${citation.shown.replaceAll(/\s+/g, ' ')}`
        const cut = name.length > CHOICE_TEXT ? `${name.slice(0, CHOICE_TEXT - 1).toWellFormed()}…` : name
        return { name: cut, value: String(position) }
      })
      .filter(({ name }) => name.toLowerCase().includes(wanted))
  },
}

/** "Save" under an answer: into the dossier of who pressed it, told to that person only. */
export const saveAction: Action = {
  name: SAVE,
  run: async ([id = ''], asking) => {
    const result = await add(deskOf(asking, 'person', { id }))
    return { kind: 'reply', ...result, reply: { ...result.reply, private: true } }
  },
}

/** Another page, in the place of the message; somebody else than who asked gets a reply of their own. */
export const pageAction: Action = {
  name: PAGE,
  run: async ([whose, page], asking, { askedBy }) => {
    const desk = deskOf(asking, whose === 'channel' ? 'channel' : 'person', {})
    const result = await show(desk, Number(page))
    const own = askedBy === null || askedBy === asking.person.id
    if (own) return { kind: 'update', ...result }
    return { kind: 'reply', answer: result.answer, reply: { ...result.reply, private: true } }
  },
}

export const clearAction: Action = {
  name: CLEAR,
  run: async ([whose], asking) => {
    const { owner } = deskOf(asking, whose === 'channel' ? 'channel' : 'person', {})
    const count = await asking.store.clearDossier(owner)
    const reply = textReply('answered', [asking.words.dossier.cleared(count)], true)
    return { kind: 'update', answer: makeAnswer('answered', null), reply }
  },
}

/** Where Discord names no channel there is only one's own. */
function deskOf(asking: Asking, whose: Whose, values: Values): Desk {
  const { id, channelId } = asking.person
  if (whose === 'channel' && channelId !== null)
    return { asking, whose, values, owner: { kind: 'channel', id: channelId } }
  return { asking, whose: 'person', values, owner: { kind: 'person', id } }
}

async function show({ asking, owner, whose }: Desk, wanted: number): Promise<Result> {
  const entries = await asking.store.dossier(owner)
  const { page, on } = pageOf(entries, wanted)
  const shown = on.map((entry) => ({ entry, excerpt: excerptOf(entry.citation, asking) }))
  const excerpts = shown.flatMap(({ excerpt }) => (excerpt === null ? [] : [excerpt]))
  const reply = layoutDossier(shown, { page, count: entries.length, whose }, asking.words)
  return { answer: makeAnswer('answered', null, { excerpts }), reply }
}

/** What a saved citation is today; null where its words are gone. */
function excerptOf(record: CitationRecord, { library }: Asking): Excerpt | null {
  const now = resolve(record, library.sheets)
  if (now.status === 'gone') return null
  return citedExcerpts(now.sheet, now.span, citationId(now.sheet, now.span)).excerpts[0] ?? null
}

async function add({ asking, owner, whose, values }: Desk): Promise<Result> {
  const found = await cite(values['id'] ?? '', asking.library, recallFrom(asking))
  const { answer, record } = found
  const unclear = answer.notes.some(({ kind }) => kind === 'words-in-places')
  if (record === null || answer.outcome !== 'answered' || unclear) {
    const reply = layoutCitation(found, 'plain', asking.words)
    return { answer, reply: { ...reply, private: reply.private || whose === 'person' } }
  }
  const { entry, isNew } = await asking.store.addToDossier(owner, record)
  const said = asking.words.dossier
  const remark = values['note']
  if (remark !== undefined) await asking.store.noteInDossier(owner, entry.entry, remark)
  const [excerpt = null] = answer.excerpts
  const lines = [
    ...savedLines(record, excerpt, asking.words),
    ...(remark === undefined ? [] : [`${said.note} ${echo(remark, NOTE_LIMIT)}`]),
  ]
  const told = isNew ? said.saved(entry.position, whose) : said.savedAlready(entry.position)
  const saved = makeAnswer('answered', null, { excerpts: answer.excerpts.slice(0, 1) })
  return { answer: saved, reply: doneReply(told, lines, whose, asking.words) }
}

/** The entry that a number as shown stands for; else what was expected. */
async function entryOf({ asking, owner, values, whose }: Desk): Promise<DossierEntry | Result> {
  const entries = await asking.store.dossier(owner)
  const typed = values['entry'] ?? ''
  const position = Number(/^\s*#?(\d+)(?:\.|\s|$)/.exec(typed)?.[1])
  const entry = entries.find((one) => one.position === position)
  if (entry !== undefined) return entry
  const expected = { kind: 'said', text: asking.words.dossier.expectedEntry(entries.length) } as const
  const notes: Note[] = [{ kind: 'bad-value', option: 'entry', value: typed, expected }]
  const result = await laidOut(makeAnswer('invalid', 'bad-value', { notes }), asking)
  return whose === 'person' ? { ...result, reply: { ...result.reply, private: true } } : result
}

async function note(desk: Desk): Promise<Result> {
  const entry = await entryOf(desk)
  if ('reply' in entry) return entry
  const { asking, owner, values } = desk
  const remark = values['text'] ?? null
  await asking.store.noteInDossier(owner, entry.entry, remark)
  const said = asking.words.dossier
  const told = remark === null ? said.noteGone(entry.position) : said.noted(entry.position)
  return done(desk, told, remark === null ? [] : [echo(remark, NOTE_LIMIT)])
}

async function move(desk: Desk): Promise<Result> {
  const entry = await entryOf(desk)
  if ('reply' in entry) return entry
  const { asking, owner, values } = desk
  await asking.store.moveInDossier(owner, entry.entry, Number(values['position']))
  const now = (await asking.store.dossier(owner)).find((one) => one.entry === entry.entry)
  return done(desk, asking.words.dossier.moved(entry.position, now?.position ?? entry.position), [])
}

async function remove(desk: Desk): Promise<Result> {
  const entry = await entryOf(desk)
  if ('reply' in entry) return entry
  const { asking, owner } = desk
  await asking.store.removeFromDossier(owner, entry.entry)
  const lines = savedLines(entry.citation, excerptOf(entry.citation, asking), asking.words)
  return done(desk, asking.words.dossier.removed(entry.position), lines)
}

function done({ asking, whose }: Desk, told: string, lines: readonly string[]): Result {
  return { answer: makeAnswer('answered', null), reply: doneReply(told, lines, whose, asking.words) }
}

async function exportAll({ asking, owner, whose, values }: Desk): Promise<Result> {
  const entries = await asking.store.dossier(owner)
  const answer = makeAnswer('answered', null)
  const said = asking.words.dossier
  const isPrivate = whose === 'person'
  if (entries.length === 0) return { answer, reply: textReply('answered', [said.empty(whose)], isPrivate) }
  const format = EXPORTS.find(({ id }) => id === values['format']) ?? EXPORTS[0]
  const name = `dossier.${format.extension}`
  const file = { name, contentType: format.mediaType, data: Buffer.from(exportDossier(entries, format.id), 'utf8') }
  const reply = textReply('answered', [said.exported(entries.length, format.name)], isPrivate)
  const block: Block = { kind: 'file', file: name }
  return { answer, reply: { ...reply, blocks: [...reply.blocks, block], files: [file] } }
}

async function clear({ asking, owner, whose }: Desk): Promise<Result> {
  const { length } = await asking.store.dossier(owner)
  const answer = makeAnswer('answered', null)
  if (length === 0)
    return { answer, reply: textReply('answered', [asking.words.dossier.empty(whose)], whose === 'person') }
  return { answer, reply: confirmClear(length, whose, asking.words) }
}
