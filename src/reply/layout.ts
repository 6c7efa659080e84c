/** An answer laid out: what was understood, the sentence that answers, its passage, what stands near, what to try. */
import type { Answer, Group, Note, Understood } from '../answer/model.ts'
import { echo, escapeMarkdown } from './escape.ts'
import type { Block, Reply } from './model.ts'
import { citedQuote, quoteBlock } from './quote.ts'
import type { Words } from './words/model.ts'

const RULE: Block = { kind: 'rule' }

const text = (markdown: string): Block => ({ kind: 'text', markdown })

/** What was understood, on one line: `Azerbaijan · trafficking in persons · 2007`; empty where nothing was. */
export function understoodLine(understood: Understood, words: Words): string {
  const parts = [
    ...understood.countries.map((code) => escapeMarkdown(words.country(code))),
    ...understood.topics.map((topic) => echo(words.topic(topic))),
    ...understood.years.map(String),
  ]
  return parts.length === 0 ? '' : `-# ${parts.join(' · ')}`
}

/** What could be asked instead: long, and never what was asked. */
const LISTS: ReadonlySet<Note['kind']> = new Set(['covered-countries', 'covered-topics', 'more-topics'])

/** The notes that belong to the whole answer: those about it, and the lists of what else there is. */
function notesOf(
  answer: Answer,
  words: Words,
): { readonly about: readonly string[]; readonly lists: readonly string[] } {
  const said = (notes: readonly Note[]) => notes.map((note) => words.note(note)).filter((line) => line !== '')
  return {
    about: said(answer.notes.filter(({ kind }) => !LISTS.has(kind))),
    lists: said(answer.notes.filter(({ kind }) => LISTS.has(kind))),
  }
}

const small = (lines: readonly string[]): Block => text(lines.map((line) => `-# ${line}`).join('\n'))

/** Lays out an answer. */
export function layoutAnswer(answer: Answer, words: Words): Reply {
  const blocks: Block[] = []
  const understood = understoodLine(answer.understood, words)
  const { about, lists } = notesOf(answer, words)
  const refused = answer.outcome !== 'answered'
  if (understood !== '') blocks.push(text(understood))
  // A refusal says so before it shows anything; an answer shows first and remarks after.
  if (refused && about.length > 0) blocks.push(text(about.join('\n')))
  if (refused && lists.length > 0) blocks.push(small(lists))
  const grouped = answer.groups.length > 0
  // An overview may be longer than a message; what was assumed for it must not be what is left out.
  if (!refused && grouped && about.length > 0) blocks.push(small(about))
  if (grouped) blocks.push(...groupBlocks(answer, words))
  else blocks.push(...excerptBlocks(answer, words))
  const after = grouped ? lists : [...about, ...lists]
  if (!refused && after.length > 0) blocks.push(RULE, small(after))
  if (answer.suggestions.length > 0)
    blocks.push(
      text(
        `-# ${words.label.tryInstead} ${answer.suggestions.map((input) => `\`${input.replaceAll('`', '')}\``).join(' · ')}`,
      ),
    )
  return {
    outcome: answer.outcome,
    private: answer.outcome === 'invalid',
    blocks,
    buttons: [],
    selects: [],
    files: [],
  }
}

function excerptBlocks(answer: Answer, words: Words): readonly Block[] {
  const [first, ...others] = answer.excerpts
  if (first === undefined) return []
  const blocks: Block[] = []
  const whole = answer.answer === null || (answer.answer.start <= first.start && answer.answer.end >= first.end)
  if (answer.answer === null || whole) blocks.push(text(citedQuote(first, words)))
  else
    blocks.push(
      text(citedQuote(first, words, answer.answer)),
      text(`-# ${words.label.inItsPassage}\n${quoteBlock(first)}`),
    )
  for (const excerpt of others) blocks.push(RULE, text(citedQuote(excerpt, words)))
  return blocks
}

function labelOf({ label }: Group, words: Words): string {
  if ('country' in label) return words.country(label.country)
  return 'topic' in label ? words.topic(label.topic) : label.text
}

function groupBlocks(answer: Answer, words: Words): readonly Block[] {
  return answer.groups.flatMap((group): readonly Block[] => {
    const quotes = group.excerpts.flatMap((index) => {
      const excerpt = answer.excerpts[index]
      return excerpt === undefined ? [] : [citedQuote(excerpt, words)]
    })
    const said = group.notes.map((note) => words.note(note)).filter((line) => line !== '')
    const label = labelOf(group, words)
    const [first = '', ...others] = quotes
    // The heading stays with what it heads; each further quote is a block of its own.
    const head = [`**${escapeMarkdown(label)}**`, ...said, first].filter((line) => line !== '').join('\n')
    return [text(head), ...others.map(text)]
  })
}
