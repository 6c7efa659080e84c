/** Citing, checking and saving, as people in a channel do it with buttons, selects and menus. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { placesOfWords } from '#src/cite/by-words.ts'
import { botOver } from '#src/cli/open-bot.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import type { Store } from '#src/store/store.ts'
import { REAL_CORPUS } from '../support/corpus.ts'
import { type Answer, answerText, type Discord, type Message, startDiscord, visibleText } from './standin/index.ts'
import { type Running, run } from './toy.ts'

interface Node {
  readonly label?: string
  readonly custom_id?: string
  readonly url?: string
  readonly type?: number
  readonly components?: readonly Node[]
}

const nodesOf = (node: Node): readonly Node[] => [node, ...(node.components ?? []).flatMap(nodesOf)]

function messageOf(answer: Answer): Message {
  if (answer.message === null) throw new Error('no message')
  return answer.message
}

const controls = (message: Message): readonly Node[] => nodesOf(message.body as Node)

function idOf(message: Message, label: string): string {
  const id = controls(message).find((node) => node.label === label)?.custom_id
  if (id === undefined) throw new Error(`no button ${label}`)
  return id
}

describe('citations in a channel', () => {
  let library: Library
  let discord: Discord
  let running: Running
  let store: Store
  beforeAll(async () => {
    library = await openCorpus(REAL_CORPUS)
  })
  beforeEach(async () => {
    discord = await startDiscord()
    store = sqliteStore(':memory:')
    running = await run(discord, { bot: botOver(library, store) })
  })
  afterEach(async () => {
    await running.stop()
    await discord.stop()
  })

  const asked = async (): Promise<Message> =>
    messageOf(await discord.slash('ask', { question: 'How many border posts has INL built in Tajikistan?' }))

  test('an answer can be cited by a button, which others see nothing of', async () => {
    const shown = await asked()
    expect(controls(shown).map(({ label }) => label)).toEqual(expect.arrayContaining(['Cite', 'Save', 'Open source']))
    const cited = messageOf(await discord.button(shown, idOf(shown, 'Cite')))
    expect(cited.ephemeral).toBe(true)
    expect(visibleText(cited.body)).toMatch(/14 border posts[\s\S]*Plain note/)
    discord.assertClean()
  })

  test('another format takes the place of the first, and its file comes and goes', async () => {
    const shown = messageOf(await discord.slash('cite', { text: 'cops, courts' }))
    const select = controls(shown).find(({ type }) => type === 3)?.custom_id ?? ''
    const bibtex = messageOf(await discord.select(shown, select, ['bibtex']))
    expect(bibtex.id).toBe(shown.id)
    expect(visibleText(bibtex.body)).toMatch(/@misc/)
    expect(bibtex.files.map(({ name }) => name)).toEqual([expect.stringMatching(/\.bib$/)])
    const apa = messageOf(await discord.select(bibtex, select, ['apa']))
    expect(visibleText(apa.body)).toMatch(/APA[\s\S]*\(n\.d\.\)/)
    expect(apa.files).toEqual([])
    discord.assertClean()
  })

  test('saved by a button, listed in pages, and cleared after a question', async () => {
    const ids = library.sheets
      .flatMap((sheet) => sheet.passages.flatMap((passage) => passage.sentences.map(({ text }) => text)))
      .filter((text) => text.length > 60 && placesOfWords(text, library.sheets, 2).length === 1)
      .slice(0, 6)
    const shown = await asked()
    const saved = messageOf(await discord.button(shown, idOf(shown, 'Save')))
    expect(saved.ephemeral).toBe(true)
    expect(visibleText(saved.body)).toMatch(/number 1 of your dossier/)
    for (const id of ids) await discord.slash('dossier add', { id })
    const first = messageOf(await discord.slash('dossier show'))
    expect(first.ephemeral).toBe(true)
    expect(visibleText(first.body)).toMatch(/7 citations[\s\S]*page 1 of 2[\s\S]*In rule of law/)
    const second = messageOf(await discord.button(first, idOf(first, 'Next')))
    expect(visibleText(second.body)).toMatch(/page 2 of 2[\s\S]*\*\*7\.\*\*/)
    const question = messageOf(await discord.slash('dossier clear'))
    expect(await store.dossier({ kind: 'person', id: discord.world.user.id })).toHaveLength(7)
    await discord.button(question, idOf(question, 'Remove all'))
    expect(answerText(await discord.slash('dossier show'))).toMatch(/empty/)
    discord.assertClean()
  })

  test('a person’s dossier is theirs, a channel’s is everybody’s in it', async () => {
    const other = { user: { ...discord.world.user, id: '900000000000000009' } }
    await discord.slash('dossier add', { id: 'cops, courts' })
    await discord.slash('dossier add', { id: '14 border posts', whose: 'channel' })
    expect(answerText(await discord.slash('dossier show', {}, other))).toMatch(/empty/)
    const theirs = await discord.slash('dossier show', { whose: 'channel' }, other)
    expect(answerText(theirs)).toMatch(/14 border posts/)
    expect(theirs.message?.ephemeral).toBe(false)
    const elsewhere = await discord.slash('dossier show', { whose: 'channel' }, { direct: true })
    expect(answerText(elsewhere)).toMatch(/empty/)
    discord.assertClean()
  })

  test('a message’s quotations, amounts and counts are checked from its menu', async () => {
    const message = discord.quiet(
      'They say “The RLA program was established in 2005.” and > that Azerbaijan got $2.25 million in FY07.\n> Since 2005, INL has constructed or renovated 14 border posts.',
    )
    const checked = await discord.menu('Check quotes', message)
    expect(checked.message?.ephemeral).toBe(true)
    expect(answerText(checked)).toMatch(/Checked 2 quotations and/)
    expect(answerText(checked)).toMatch(
      /Altered[\s\S]*“2005” → source “2004”[\s\S]*Verbatim[\s\S]*\$2\\?\.25 million\*\*: stated/,
    )
    const plain = await discord.menu('Check quotes', discord.quiet('Good morning'))
    expect(answerText(plain)).toMatch(/no quotation, amount or count/)
    discord.assertClean()
  })

  test('a message’s sources are found from its menu, for who asked only', async () => {
    const message = discord.quiet('<@123456789012345678> I wonder how many border posts INL built in Tajikistan')
    const found = await discord.menu('Find sources', message)
    expect(found.message?.ephemeral).toBe(true)
    expect(answerText(found)).toMatch(/14 border posts/)
    discord.assertClean()
  })

  test('completes ids as they are typed, and finds them by words', async () => {
    const choices = async (focused: string, options: Record<string, string>) => {
      const { data } = await discord.autocomplete('cite', focused, options)
      return data['choices'] as { name: string; value: string }[]
    }
    const typed = await choices('id', { id: 'tajikistan.acc' })
    expect(typed.length).toBeGreaterThan(0)
    expect(typed.every(({ value }) => value.startsWith('tajikistan.acc'))).toBe(true)
    const byWords = await choices('text', { text: 'border posts' })
    expect(byWords.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^tajikistan\./))
    for (const { value } of [...typed, ...byWords])
      expect(answerText(await discord.slash('cite', { id: value }))).not.toMatch(/No citation/)
    await discord.slash('dossier add', { id: 'cops, courts' })
    const { data } = await discord.autocomplete('dossier remove', 'entry', { entry: 'cop' })
    expect(data['choices']).toEqual([{ name: expect.stringMatching(/^1\. So how does INL/), value: '1' }])
    discord.assertClean()
  })

  test('what a reply showed is remembered', async () => {
    const shown = await asked()
    const id = /`(tajikistan\.[\w.-]+)`/.exec(JSON.stringify(shown.body))?.[1] ?? ''
    await expect.poll(async () => (await store.recall(id))?.text).toMatch(/14 border posts/)
  })
})
