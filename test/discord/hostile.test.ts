/** Whatever stands in a fact sheet and whatever is asked: each payload keeps Discord's rules, and quotes are read as printed. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { actions, commands, menus } from '#commands/index.ts'
import { makeExcerpt } from '#src/answer/excerpt.ts'
import { type Library, openLibrary } from '#src/answer/library.ts'
import { type Excerpt, makeAnswer } from '#src/answer/model.ts'
import { findersOf, openCorpus, openWords, type Words } from '#src/answer/open.ts'
import { wholeSection } from '#src/answer/section.ts'
import type { FactSheet, Span } from '#src/corpus/model.ts'
import { readSheet } from '#src/corpus/read.ts'
import { visibleText } from '#src/corpus/visible.ts'
import { createBot, type FootnoteBot } from '#src/discord/bot.ts'
import { countingIds, localUser, makeInteraction, type Scene } from '#src/discord/make-interaction.ts'
import { checkGrounded } from '#src/reply/grounded.ts'
import { layoutAnswer } from '#src/reply/layout.ts'
import { type MessageBody, toMessage } from '#src/reply/message.ts'
import type { Reply } from '#src/reply/model.ts'
import { layoutSection } from '#src/reply/section.ts'
import { Sealer } from '#src/reply/state.ts'
import { english } from '#src/reply/words/en.ts'
import { spanish } from '#src/reply/words/es.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import { REAL_CORPUS, sheetOf } from '../support/corpus.ts'
import { asRead, mentionsIn, quotesIn, textsOf } from '../support/seen.ts'
import { callback, callbackProblems, interaction } from './standin/rules/callback.ts'
import type { Upload } from './standin/rules/message.ts'
import { keptLog } from './toy.ts'

const sealer = new Sealer('a test')
const SCENE: Scene = {
  ids: countingIds(),
  applicationId: '1',
  user: localUser('2', 'You'),
  channelId: '3',
  guildId: '4',
  locale: 'en-GB',
}
const TO_COMMAND = { type: interaction.command, optionType: null, message: null }
const MAX_BYTES = 10_000

function botOver(library: Library): FootnoteBot {
  const log = keptLog()
  const store = sqliteStore(':memory:')
  const bot = createBot({ library: () => library, store, sealer, commands, menus, actions, log })
  return {
    ...bot,
    async handle(asked) {
      const handled = await bot.handle(asked)
      // A fault inside is a reply too, but none that anybody should get.
      expect(log.lines).toEqual([])
      return handled
    },
  }
}

function keepsRules(message: MessageBody, files: readonly Upload[] = []): void {
  expect(callbackProblems({ type: callback.message, data: message }, TO_COMMAND, files)).toEqual([])
  const texts = textsOf(message)
  expect(Buffer.byteLength(texts.join(''), 'utf8')).toBeLessThanOrEqual(MAX_BYTES)
  expect(texts.flatMap(mentionsIn)).toEqual([])
}

/** A passage of nothing but invisible signs can't be cited. */
const holdsWords = ({ start, end }: Span, sheet: FactSheet): boolean => sheet.text.slice(start, end).trim() !== ''

/** All pages of a reply. */
function pagesOf(reply: Reply): readonly MessageBody[] {
  const pages = { action: 'p', args: ['version'] }
  const all: MessageBody[] = []
  for (let page = 0; page < 300; page++) {
    const message = toMessage({ ...reply, pages: { ...pages, page } }, english, sealer)
    if (JSON.stringify(message) === JSON.stringify(all.at(-1))) break
    all.push(message)
  }
  return all
}

/** The reply that shows an excerpt, its page's quotes against the source. */
function showsAsPrinted(excerpt: Excerpt): void {
  const sentence = excerpt.passage.sentences.find((one) => one.start >= excerpt.start && one.end <= excerpt.end)
  for (const span of [null, sentence ?? null]) {
    const answer = makeAnswer('answered', null, { excerpts: [excerpt], answer: span })
    checkGrounded(answer)
    const message = toMessage(layoutAnswer(answer, english), english, sealer)
    keepsRules(message)
    const quotes = textsOf(message).flatMap(quotesIn)
    expect(quotes).toContain(asRead(visibleText(excerpt.passage, excerpt)))
    if (span !== null) expect(quotes[0]).toBe(asRead(visibleText(excerpt.passage, span)))
  }
}

function showsSections(sheet: FactSheet, library: Library): void {
  for (const section of sheet.sections) {
    const inside = sheet.passages.filter(
      (passage) => passage.section.index === section.index && holdsWords(passage, sheet),
    )
    const [first] = inside
    if (first === undefined) continue
    const answer = wholeSection(makeExcerpt(sheet, first, null).citation, library)
    // Equal sections share their words, and with them the citation.
    const shown = answer?.excerpts[0]?.passage.section.index
    if (answer === null || shown !== section.index) continue
    checkGrounded(answer)
    const reply = layoutSection(answer, { page: 0, action: 'w', args: ['version', 'id'] }, english)
    const pages = pagesOf(reply)
    for (const page of pages) keepsRules(page)
    const read = pages.flatMap((page) => textsOf(page).flatMap(quotesIn)).join(' ')
    const printed = inside.map((passage) => passage.reading.text).join(' ')
    expect(read.replaceAll(/\s/g, '')).toBe(asRead(printed).replaceAll(/\s/g, ''))
  }
}

const optionsOf = (name: string, value: string) =>
  (commands.find(({ declaration }) => declaration.name === name)?.declaration.options ?? [])
    .filter((option) => option.type === 3)
    .map((option) => ({ name: option.name, type: 3 as const, value: value.slice(0, 6000) }))

async function everyCommandKeepsRules(bot: FootnoteBot, value: string): Promise<void> {
  for (const { declaration } of commands) {
    if (declaration.name === 'settings' || declaration.options?.some((option) => option.type === 1)) continue
    const options = optionsOf(declaration.name, value)
    const asked = makeInteraction({ kind: 'command', name: declaration.name, options }, SCENE)
    const { message, response } = await bot.handle(asked)
    if (message === null) throw new Error(`/${declaration.name} gave no message`)
    const files = response.files.map((file, order) => ({ ...file, field: `files[${order}]` }))
    keepsRules(message, files)
  }
}

describe('every passage of the corpus', () => {
  let library: Library
  beforeAll(async () => {
    library = await openCorpus(REAL_CORPUS)
  })

  test('is read in Discord as it is printed, alone and in its section', () => {
    for (const sheet of library.sheets) {
      for (const passage of sheet.passages) showsAsPrinted(makeExcerpt(sheet, passage, null))
      showsSections(sheet, library)
    }
  })

  test('typed into every command, gets a reply that keeps the rules', async () => {
    const bot = botOver(library)
    for (const sheet of library.sheets)
      for (const passage of sheet.passages) await everyCommandKeepsRules(bot, passage.reading.text)
  }, 120_000)
})

/** As Markdown: three backticks come with backslashes, as a fence would make what follows code. */
const TOKENS = [
  '@everyone',
  '@here',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<t:1700000000:R>',
  '<:smile:123456789012345678>',
  ':smile:',
  '# heading',
  '## two',
  '### three',
  '-# small',
  '- item',
  '* item',
  '+ item',
  '1. one',
  '10) ten',
  '> quote',
  '>>> quote',
  '`code`',
  '\\`\\`\\`',
  '``',
  '||spoiler||',
  '**bold**',
  '*em*',
  '__under__',
  '_em_',
  '~~gone~~',
  '[label](https://example.org/x)',
  '<https://example.org>',
  'https://example.org/a_b_c',
  'javascript:alert(1)',
  '\\',
  '\\\\',
  '\\*',
  '&amp;',
  '&lt;',
  '<b>',
  '<!-- c -->',
  '\u202e',
  '\u202d',
  '\u202bعربي\u202c',
  '\u2067عربي\u2069',
  '\u202c',
  'one\rtwo',
  '\u2066',
  '\u2069',
  '\u200f',
  '\u200b',
  '\u00ad',
  '\ufeff',
  'é',
  'e\u0301',
  '🦔',
  '👩‍👩‍👧',
  '中文',
  'العربية',
  'עברית',
  'Tajikistan',
  'police training',
  '$2.25 million',
  'FY 2007',
  'INL.',
  'Over 1,500 officers.',
  '“quoted”',
  "it's",
  'snake_case_word',
  '2 * 3',
  '|',
  '~',
  '_',
  '*',
  '`',
  '<',
  '>',
  '[',
  ']',
  '(',
  ')',
  '!',
  '#',
  '-',
  '=',
  '---',
  '***',
  '|a|b|',
  '\t',
  'a'.repeat(900),
  '*'.repeat(50),
  '\\`'.repeat(7),
] // prettier-ignore

describe('a fact sheet of every sign that Discord reads as markup', () => {
  let words: Words
  beforeAll(async () => {
    words = await openWords(REAL_CORPUS)
  })

  const body = fc
    .array(
      fc
        .array(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...TOKENS) },
            fc.string({ unit: 'grapheme', maxLength: 30 }),
          ),
          {
            minLength: 1,
            maxLength: 30,
          },
        )
        .chain((tokens) => fc.constantFrom(' ', '', '\n').map((joint) => tokens.join(joint))),
      { minLength: 1, maxLength: 8 },
    )
    .map((blocks) => blocks.join('\n\n'))
  const title = fc
    .array(fc.constantFrom(...TOKENS), { minLength: 1, maxLength: 40 })
    .map((tokens) => JSON.stringify(tokens.join(' ')))

  function libraryOf(front: Record<string, string>, text: string): Library | null {
    const read = readSheet('hostile.md', sheetOf({ countries: '[TJ]', ...front }, text), findersOf(words.vocabulary))
    return 'sheet' in read ? openLibrary([read.sheet], words.vocabulary, words.lexicon) : null
  }

  test('is read as it is printed, and no title or text of it does anything', async () => {
    let shown = 0
    await fc.assert(
      fc.asyncProperty(body, title, async (text, name) => {
        const library = libraryOf({ title: name, url: 'https://example.org/a' }, text)
        const [sheet] = library?.sheets ?? []
        if (library === null || sheet === undefined) return
        for (const passage of sheet.passages) {
          if (!holdsWords(passage, sheet)) continue
          showsAsPrinted(makeExcerpt(sheet, passage, null))
          shown += 1
        }
        showsSections(sheet, library)
        await everyCommandKeepsRules(botOver(library), text.slice(0, 200))
      }),
      { numRuns: 60 },
    )
    expect(shown).toBeGreaterThan(60)
  }, 120_000)

  test('a title or an address leaks into nothing that stands beside it', async () => {
    const url = '"https://example.org/a)b(c?e=[f]"'
    const title = JSON.stringify('\u202e\u2067A B ](https://evil.example) **c')
    const library = libraryOf({ title, url }, 'The police academy trained 14 officers in Tajikistan.')
    if (library === null) throw new Error('not read')
    const bot = botOver(library)
    for (const [name, options] of [
      ['sources', []],
      ['program', optionsOf('program', 'Tajikistan').slice(0, 1)],
      ['verify', optionsOf('verify', 'The police academy trained 14 officers in Tajikistan.')],
    ] as const) {
      const { message } = await bot.handle(makeInteraction({ kind: 'command', name, options: [...options] }, SCENE))
      if (message === null) throw new Error('no message')
      keepsRules(message)
      const [line = ''] = textsOf(message).flatMap((text) => text.split('\n').filter((one) => one.includes('](<')))
      expect(line).toMatch(
        /\[A B \\\]\(https\\:\/\/evil\.example\) \\\*\\\*c\]\(<https:\/\/example\.org\/a%29b%28c[^\s()]*>\)/,
      )
      expect(line).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
  })

  test.each([
    ['words', 'police officers in Tajikistan trained. '.repeat(260)],
    ['one word', 'x'.repeat(10_000)],
    ['stars', '\\*'.repeat(5000)],
    ['astral signs', '🦔'.repeat(5000)],
  ])('a passage of 10,000 characters is shown in parts that together are all of it: %s', async (_what, text) => {
    const library = libraryOf({}, text)
    const [sheet] = library?.sheets ?? []
    if (library === null || sheet === undefined) throw new Error('not read')
    for (const passage of sheet.passages) showsAsPrinted(makeExcerpt(sheet, passage, null))
    showsSections(sheet, library)
    await everyCommandKeepsRules(botOver(library), 'police officers')
  })
})

test('both catalogues label every button within Discord’s limits', () => {
  for (const { label } of [english, spanish])
    for (const text of [
      label.nextPage(999, 999),
      label.previousPage(999, 999),
      label.wholeSection,
      label.share,
      label.remove,
      label.askAgain,
    ]) {
      expect(text.trim()).not.toBe('')
      expect(text.length).toBeLessThanOrEqual(80)
    }
})
