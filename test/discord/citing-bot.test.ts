/** /cite, /verify and /dossier through the bot's one door: whatever is typed, whatever became of a sheet or the store. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { citationRecord } from '#src/cite/anchor.ts'
import { citationId } from '#src/cite/id.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { respondTo } from '#src/cli/respond.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { toTerminal } from '#src/reply/terminal.ts'
import { StoreError } from '#src/store/errors.ts'
import { MIGRATIONS } from '#src/store/migrations.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import { DOSSIER_LIMIT, type Store } from '#src/store/store.ts'
import { record } from '../store/records.ts'
import { corpusOf, REAL_CORPUS, sheetOf, temporaryFolder } from '../support/corpus.ts'

let library: Library
let bot: FootnoteBot
beforeAll(async () => {
  library = await openCorpus(REAL_CORPUS)
  bot = botOver(library)
})

const sentences = () =>
  library.sheets.flatMap((sheet) =>
    sheet.passages.flatMap((passage) => passage.sentences.map((sentence) => ({ sheet, sentence }))),
  )

async function reads(input: string, from: FootnoteBot = bot): Promise<string> {
  return toTerminal((await respondTo(input, from)).reply)
}

describe('/cite', () => {
  it('shows for the id of every sentence these very words, and what it answers with', async () => {
    for (const { sheet, sentence } of sentences()) {
      const id = citationId(sheet, sentence)
      const { answer, reply } = await respondTo(`/cite id:${id}`, bot)
      const [first] = answer.excerpts
      expect(answer.outcome).toBe('answered')
      expect(first?.citation).toBe(id)
      expect(answer.answer).toEqual({ start: first?.start, end: first?.end })
      const words = sheet.text.slice(sentence.start, sentence.end)
      expect(words.startsWith(first?.sheet.text.slice(first.start, first.end) ?? '?')).toBe(true)
      expect(toTerminal(reply)).toContain(sentence.text.split('\n')[0]?.slice(0, 600))
    }
  })

  it('finds every sentence by its own words, in capitals and with straight marks too', async () => {
    for (const { sentence } of sentences()) {
      const typed = sentence.text.toUpperCase().replaceAll(/[“”]/g, '"').replaceAll('’', "'").replaceAll('\n', ' ')
      const { answer } = await respondTo(`/cite text:${typed}`, bot)
      expect([typed, answer.outcome]).toEqual([typed, 'answered'])
    }
  })

  it('shows a heading like any other words of the source', async () => {
    const { answer, reply } = await respondTo('/cite text:U.S. Government Funding FY2006-08', bot)
    const [first] = answer.excerpts
    expect(first?.sheet.text.slice(first.start, first.end)).toBe('U.S. Government Funding FY2006-08')
    expect(answer.answer).toBeNull()
    expect(toTerminal(reply)).toContain('FY2006-08')
  })

  it('has every format to copy', async () => {
    const declared = bot.declarations.find(({ name }) => name === 'cite')
    const options = declared !== undefined && 'options' in declared ? (declared.options ?? []) : []
    const format = options.find(({ name }) => name === 'format')
    const choices = format !== undefined && 'choices' in format ? (format.choices ?? []) : []
    expect(choices.length).toBeGreaterThanOrEqual(10)
    for (const { name, value } of choices) {
      const { reply } = await respondTo(`/cite text:cops, courts format:${value}`, bot)
      expect(toTerminal(reply)).toContain(name)
    }
  })

  it.each([
    ['words that nobody wrote', '/cite text:the moon is made of cheese', 'none', 'not-supported'],
    ['altered words', '/cite text:The RLA program was established in 2005', 'related', 'not-supported'],
    ['an id that is none', '/cite id:...', 'none', 'not-supported'],
    ['nothing', '/cite', 'invalid', 'missing-option'],
    ['a format that is none', '/cite id:a.b.c format:latex', 'invalid', 'bad-value'],
  ])('says so of %s', async (_, input, outcome, reason) => {
    const { answer } = await respondTo(input, bot)
    expect([answer.outcome, answer.reason]).toEqual([outcome, reason])
  })
})

describe('what was cited and has changed since', () => {
  const BODY = 'The program trained 32 teams of prosecutors. It ended in 2009.\n\nINL opened 14 posts in the capital.'
  const sheet = (body: string, front = {}) => sheetOf({ countries: '[TJ]', ...front }, body)

  /** Asks once, then changes the sheets and cites what was shown before. */
  async function citeAfter(files: Readonly<Record<string, string>>): Promise<{ text: string; outcome: string }> {
    const store = sqliteStore(':memory:')
    const before = await openCorpus(corpusOf({ 'old.md': sheet(BODY) }))
    const { answer } = await respondTo('/cite text:trained 32 teams', botOver(before, store))
    const id = answer.excerpts[0]?.citation ?? ''
    await expect.poll(() => store.recall(id)).not.toBeNull()
    const after = botOver(await openCorpus(corpusOf(files)), store)
    const cited = await respondTo(`/cite id:${id}`, after)
    return { text: toTerminal(cited.reply), outcome: cited.answer.outcome }
  }

  it('is shown where it stands now when it only moved', async () => {
    const { text, outcome } = await citeAfter({ 'old.md': sheet(`Something new stands first.\n\n${BODY}`) })
    expect(outcome).toBe('answered')
    expect(text).toMatch(/edited since[\s\S]*trained 32 teams/)
  })

  it('is told with its old words when they were changed, and with what stands there now', async () => {
    const { text, outcome } = await citeAfter({ 'old.md': sheet(BODY.replace('32', '33')) })
    expect(outcome).not.toBe('answered')
    expect(text).toMatch(/no longer stand[\s\S]*trained 32 teams/)
  })

  it('is told with its old words when the sheet is gone', async () => {
    const { text } = await citeAfter({ 'other.md': sheet('Quite another text.') })
    expect(text).toMatch(/no longer among the fact sheets[\s\S]*trained 32 teams/)
  })

  it('is found in the sheet that replaced it', async () => {
    const { text } = await citeAfter({ 'new.md': sheet(BODY, { title: 'The new one', replaces: 'old' }) })
    expect(text).toMatch(/The new one[\s\S]*trained 32 teams/)
  })
})

describe('/verify', () => {
  it('finds every sentence verbatim, and answers in any case', async () => {
    for (const { sheet, sentence } of sentences().filter((_, order) => order % 5 === 0)) {
      const { answer, reply } = await respondTo(`/verify quote:${sentence.text}`, bot)
      expect(answer.outcome).toBe('answered')
      expect(reply.private).toBe(true)
      expect(answer.checks).toEqual([expect.objectContaining({ quote: sentence.text.trim(), verdict: 'verbatim' })])
      expect(answer.checks[0]?.citation).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+\.[0-9a-z]{8}$/)
      expect(library.sheets).toContain(sheet)
    }
  })

  it('tells a changed number, and holds amounts against the sources', async () => {
    const { answer } = await respondTo('/verify quote:FY07: $2.5 million (FSA) for Azerbaijan', bot)
    expect(answer.claims).toEqual([
      { text: '$2.5 million', verdict: 'different', citation: expect.stringMatching(/^azerbaijan-2009\./) },
    ])
  })

  it.each([
    ['three characters', 'the'],
    ['no letter', '…'],
    ['4,000 characters', `${'border police of the nation '.repeat(143)}`.slice(0, 4000)],
    ['markup', '**The RLA** program was ||established|| in `2004`. @everyone <@1> [x](http://y)'],
    ['another language', 'Программа обучила сотрудников милиции'],
    ['invisible and direction marks', '\u202eThe RLA\u200b program was established in 2004.\u202c'],
  ])('takes %s', async (_, quote) => {
    const { answer, message } = await respondTo(`/verify quote:${quote}`, bot)
    expect(answer.outcome).toBe('answered')
    expect(answer.checks).toHaveLength(1)
    expect(message.allowed_mentions).toEqual({ parse: [] })
    expect(JSON.stringify(message).length).toBeLessThan(10_000)
  })

  it('names the places that a stitched quotation was put together from, each by an id that can be cited', async () => {
    const quote = 'The RLA program was established in 2004 and INL has constructed or renovated 14 border posts.'
    const { answer, reply } = await respondTo(`/verify quote:${quote}`, bot)
    expect(answer.checks[0]?.verdict).toBe('stitched')
    const ids = [...toTerminal(reply).matchAll(/[a-z0-9-]+\.[a-z0-9-]+\.[0-9a-z]{8}/g)].map(([id]) => id)
    expect(ids.length).toBeGreaterThanOrEqual(2)
    for (const id of ids) expect((await respondTo(`/cite id:${id}`, botOver(library))).answer.outcome).toBe('answered')
  })

  it('is shown to all where that is wanted', async () => {
    expect((await respondTo('/verify quote:cops private:false', bot)).reply.private).toBe(false)
  })
})

describe('a dossier', () => {
  it(`of ${DOSSIER_LIMIT} entries is listed, exported and full`, async () => {
    const store = sqliteStore(':memory:')
    const full = botOver(library, store)
    const owner = { kind: 'person', id: '2' } as const
    for (let n = 0; n < DOSSIER_LIMIT; n++) await store.addToDossier(owner, record(`tajikistan.x.${n}`, `Text ${n}.`))
    expect(await reads('/dossier show', full)).toMatch(/500 citations[\s\S]*page 1 of 100/)
    expect(await reads('/dossier add id:cops, courts', full)).toMatch(/holds 500/)
    expect(await reads('/dossier remove entry:500', full)).toMatch(/Removed number 500/)
    expect(await reads('/dossier add id:cops, courts', full)).toMatch(/number 500/)
    for (const format of ['markdown', 'bibtex', 'ris', 'csl', 'csv']) {
      const { reply } = await respondTo(`/dossier export format:${format}`, full)
      expect(Buffer.from(reply.files[0]?.data ?? []).toString()).toMatch(/Text 498[\s\S]*cops, courts/)
    }
  })

  it('keeps the words of what is gone from the fact sheets, and says that it is', async () => {
    const store = sqliteStore(':memory:')
    await store.addToDossier({ kind: 'person', id: '2' }, record('tajikistan.x.1', 'These words were there once.'))
    expect(await reads('/dossier show', botOver(library, store))).toMatch(/words were there once[\s\S]*no longer stand/)
  })
})

describe('a store that can’t be used', () => {
  const saved = async (file: string) => {
    const store = sqliteStore(file)
    const { sheet, sentence } = sentences()[0] ?? {}
    if (sheet === undefined || sentence === undefined) throw new Error('an empty corpus')
    await store.addToDossier({ kind: 'person', id: '2' }, citationRecord(sheet, sentence))
    await store.close()
  }

  const changed = (file: string, sql: string): DatabaseSync => {
    const other = new DatabaseSync(file)
    other.exec(sql)
    return other
  }

  it.each([
    ['locked', /busy/, (file: string) => changed(file, 'pragma locking_mode = exclusive; begin exclusive')],
    [
      'damaged',
      /damaged/,
      (file: string) => {
        writeFileSync(file, readFileSync(file).subarray(0, 5000))
        return null
      },
    ],
    ['newer', /newer version/, (file: string) => changed(file, `pragma user_version = ${MIGRATIONS.length + 1}`)],
  ])('because it is %s is told in a sentence, and questions are answered', async (_, words, harm) => {
    const file = join(temporaryFolder(), 'store.sqlite')
    await saved(file)
    // Held to the end: a connection that nobody holds any more gives its lock back.
    const held = harm(file)
    const warned: string[] = []
    const log = {
      info: () => undefined,
      warn: (_fields: object, text: string) => warned.push(text),
      error: () => undefined,
    }
    const harmed = botOver(library, sqliteStore(file), log)
    for (const input of ['/dossier show', '/dossier add id:cops, courts', '/dossier export format:csv']) {
      const { reply, answer } = await respondTo(input, harmed)
      expect([answer.outcome, answer.reason]).toEqual(['none', 'not-supported'])
      expect(toTerminal(reply)).toMatch(words)
      expect(reply.private).toBe(true)
    }
    const question = 'How many border posts has INL built in Tajikistan?'
    expect(await reads(question, harmed)).toMatch(/14 border posts/)
    await expect.poll(() => warned).toContain('What was cited could not be remembered')
    expect(await reads('/cite text:cops, courts', harmed)).toMatch(/So how does INL/)
    expect(await reads(question, harmed)).toMatch(/14 border posts/)
    expect(warned.filter((text) => text === 'What was cited could not be remembered')).toHaveLength(1)
    held?.close()
  })

  it('but for reading shows what was saved, and says that nothing can be added', async () => {
    const store = sqliteStore(':memory:')
    await store.addToDossier({ kind: 'person', id: '2' }, record('tajikistan.x.1', 'These words were saved.'))
    const refuse = () => Promise.reject(new StoreError('read-only', 'in a test'))
    const readOnly: Store = {
      remember: refuse,
      addToDossier: refuse,
      moveInDossier: refuse,
      noteInDossier: refuse,
      removeFromDossier: refuse,
      clearDossier: refuse,
      addGap: refuse,
      setSetting: refuse,
      recall: (id) => store.recall(id),
      dossier: (owner) => store.dossier(owner),
      gaps: (limit) => store.gaps(limit),
      settings: (server) => store.settings(server),
      check: () => store.check(),
      close: () => store.close(),
    }
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    const careful = botOver(library, readOnly, log)
    expect(await reads('/dossier show', careful)).toMatch(/These words were saved/)
    expect(await reads('/dossier add id:cops, courts', careful)).toMatch(/only be read/)
    expect(await reads('/dossier remove entry:1', careful)).toMatch(/only be read/)
    expect(await reads('Border posts in Tajikistan?', careful)).toMatch(/14 border posts/)
  })
})
