/** A citation laid out: the words, where they stand, the chosen format to copy, and the passage around them. */
import type { CitedAnswer } from '../answer/cite.ts'
import type { Excerpt } from '../answer/model.ts'
import type { CitationRecord } from '../cite/anchor.ts'
import { FORMATS, type Format, type FormatId, formatCitation } from '../cite/formats/index.ts'
import { keepButtons } from './buttons.ts'
import { escapeMarkdown, isolate } from './escape.ts'
import type { Block, Reply, ReplyFile, SelectMenu } from './model.ts'
import { citedQuote, quoteBlock } from './quote.ts'
import { titled } from './titled.ts'
import type { Words } from './words/model.ts'

/** The action of the select that changes the format; it carries the citation's id. */
export const FORMAT = 'format'

/** A code block longer than this would push the passage out of the message; a file has all of it. */
const LONGEST_CODE = 1600

const text = (markdown: string): Block => ({ kind: 'text', markdown })

export function layoutCitation({ answer, record, gone }: CitedAnswer, format: FormatId, words: Words): Reply {
  const notes = answer.notes.map((note) => words.note(note)).filter((said) => said !== '')
  const blocks: Block[] = notes.length === 0 ? [] : [text(notes.join('\n'))]
  const files: ReplyFile[] = []
  if (record !== null && gone) blocks.push(text(oldWords(record, words)))
  const several = answer.notes.some(({ kind }) => kind === 'words-in-places')
  const [first, ...others] = answer.excerpts
  if (first !== undefined) {
    if (gone) blocks.push(text(`-# ${words.citing.standsNow}`))
    blocks.push(text(citedQuote(first, words)))
    if (several) for (const other of others) blocks.push(text(citedQuote(other, words)))
  }
  if (record !== null && !several) {
    const { block, file } = formatted(record, format, words)
    blocks.push(...block)
    if (file !== null) files.push(file)
  }
  if (!several && !gone) blocks.push(...aroundBlocks(others, words))
  if (answer.suggestions.length > 0)
    blocks.push(text(`-# ${words.label.tryInstead} ${answer.suggestions.map((line) => `\`${line}\``).join(' · ')}`))
  return {
    outcome: answer.outcome,
    private: answer.outcome === 'invalid',
    blocks,
    buttons: several || answer.outcome !== 'answered' ? [] : keepButtons(answer, words),
    selects: record === null || several ? [] : [formatSelect(record.id, format, words)],
    files,
  }
}

function aroundBlocks(others: readonly Excerpt[], words: Words): readonly Block[] {
  return others.map((passage) => text(`-# ${words.label.inItsPassage}\n${quoteBlock(passage)}`))
}

/** The words as they were, from what was remembered: they are in no file any more, so they are no excerpt. */
function oldWords(record: CitationRecord, words: Words): string {
  const lines = escapeMarkdown(isolate(record.shown)).split('\n')
  const source = `-# ${titled(record.title, null)} · ${words.date(record.date, record.notBefore)} · \`${record.id}\``
  return [`-# ${words.citing.saidThen}`, ...lines.map((line) => `> ${line}`), source].join('\n')
}

function formatted(
  record: CitationRecord,
  format: FormatId,
  words: Words,
): { readonly block: readonly Block[]; readonly file: ReplyFile | null } {
  const code = formatCitation(record, format).trimEnd()
  const known: Format = formatOf(format)
  const file: ReplyFile | null =
    known.file === null
      ? null
      : {
          name: `${record.id.replaceAll('.', '-')}.${known.file.extension}`,
          contentType: known.file.mediaType,
          data: Buffer.from(`${code}\n`, 'utf8'),
        }
  const fits = file === null || code.length <= LONGEST_CODE
  const name = words.citing.formatName(known)
  const shown = fits ? [`-# ${name}`, fenced(code)] : [`-# ${name}: ${words.citing.inFile}`]
  const block: Block[] = [text(shown.join('\n'))]
  if (file !== null) block.push({ kind: 'file', file: file.name })
  return { block, file }
}

const formatOf = (id: FormatId): Format => FORMATS.find((one) => one.id === id) ?? FORMATS[0]

/** A code block is copied as it stands; only its own fence can't stand in it. */
const fenced = (code: string): string => `\`\`\`\n${code.replaceAll('```', "'''")}\n\`\`\``

function formatSelect(id: string, format: FormatId, words: Words): SelectMenu {
  return {
    action: FORMAT,
    args: [id],
    placeholder: words.citing.format(words.citing.formatName(formatOf(format))),
    options: FORMATS.map((one) => ({ label: words.citing.formatName(one), value: one.id })),
  }
}
