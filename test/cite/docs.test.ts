/** docs/citations.md shows every format for one sentence of each fact sheet; made here, so that it stays true. */
import { expect, it } from 'vitest'
import { openCorpus } from '#src/answer/open.ts'
import { citationRecord } from '#src/cite/anchor.ts'
import { FORMATS, formatCitation } from '#src/cite/formats/index.ts'
import { citationId } from '#src/cite/id.ts'
import { REAL_CORPUS } from '../support/corpus.ts'

it('docs/citations.md shows the formats as they are', async () => {
  const { sheets } = await openCorpus(REAL_CORPUS)
  const parts = sheets.map((sheet) => {
    const sentence = sheet.passages.flatMap((passage) => (passage.kind === 'line' ? [] : passage.sentences))[1]
    if (sentence === undefined) throw new Error(`${sheet.id} has no second sentence`)
    const id = citationId(sheet, sentence)
    const record = citationRecord(sheet, sentence)
    const shown = FORMATS.map(
      ({ id: format, name }) => `**${name}**\n\n\`\`\`\n${formatCitation(record, format).trimEnd()}\n\`\`\``,
    )
    return [`## ${sheet.meta.title}`, `> ${sentence.text}`, `\`/cite id:${id}\``, ...shown].join('\n\n')
  })
  const head =
    '# Citations\n\nOne sentence of each fact sheet in every format that `/cite` gives. Made by `test/cite/docs.test.ts`; `npx vitest run test/cite/docs.test.ts -u` writes it anew.'
  await expect(`${[head, ...parts].join('\n\n')}\n`).toMatchFileSnapshot('../../docs/citations.md')
})
