/** Looking after the fact sheets from a server: the real bot and client over a folder that a keeper follows. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actions, commands, menus } from '#commands/index.ts'
import { CorpusKeeper } from '#src/answer/keeper.ts'
import { CorpusDesk } from '#src/corpus/import/desk.ts'
import { createBot } from '#src/discord/bot.ts'
import { Sealer } from '#src/reply/state.ts'
import { sqliteStore } from '#src/store/sqlite.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'
import { type Answer, answerText, type Discord, type Message, startDiscord, visibleText } from './standin/index.ts'
import { nested } from './standin/rules/components.ts'
import { keptLog, type Running, run } from './toy.ts'

const MANAGER = { permissions: '32' }
const OTHER = { user: { id: '900000000000000001', name: 'other', locale: 'en-US' }, permissions: '32' }
const PAGE = `<!doctype html><title>Peru</title><nav>Home » Regions</nav><h1>Peru: Courts</h1>
<p>Bureau of International Narcotics and Law Enforcement Affairs</p><p>March 3, 2015</p>
<p>In Peru, the program opened twelve mobile courts in the the highlands.</p>`

let site: Server
let base: string
let folder: string
let keeper: CorpusKeeper
let discord: Discord
let running: Running
const store = sqliteStore(':memory:')

beforeAll(async () => {
  site = createServer((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else if (request.url === '/slow.html') return
    else if (request.url?.endsWith('.exe')) response.writeHead(200).end('MZ')
    else response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE.replaceAll('twelve', request.url ?? ''))
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  const address = site.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  folder = corpusOf({
    'haiti.md': sheetOf({ date: '2009', countries: '[HT]' }, 'In Haiti, the the academy trained 14 officers.'),
  })
  keeper = await CorpusKeeper.open({ folder })
  const fault = () => keeper.fault()?.message ?? null
  const live = async () => {
    await keeper.refresh()
    return fault()
  }
  const desk = new CorpusDesk({ folder, live, allowPrivate: true })
  const over = { library: () => keeper.library(), store, desk, corpusFault: fault }
  discord = await startDiscord()
  running = await run(discord, {
    bot: createBot({ ...over, sealer: new Sealer('a test'), commands, menus, actions, log: keptLog() }),
  })
})
afterAll(async () => {
  await running.stop()
  await discord.stop()
  await keeper.stop()
  site.closeAllConnections()
  site.close()
})

function messageOf(answer: Answer): Message {
  if (answer.message === null) throw new Error('no message')
  return answer.message
}

function idOf(message: Message, label: string): string {
  const found = nested(message.body['components']).find((one) => one['label'] === label)
  if (typeof found?.['custom_id'] !== 'string') throw new Error(`no button ${label}: ${visibleText(message.body)}`)
  return found['custom_id']
}

const press = (message: Message, label: string, by = {}) =>
  discord.button(message, idOf(message, label), { ...MANAGER, ...by })

/** Proposes, and looks again until the page has been read. */
async function propose(options: Record<string, string>): Promise<Message> {
  const message = messageOf(await discord.slash('corpus add', options, MANAGER))
  while (/still being/.test(visibleText(message.body))) await press(message, 'Look again')
  return message
}

test('a page is proposed privately, confirmed, and answered from at once', async () => {
  const message = await propose({ address: `${base}/twelve` })
  expect(message.ephemeral).toBe(true)
  expect(visibleText(message.body)).toMatch(
    /new fact sheet[\s\S]*Peru: Courts[\s\S]*3 March 2015[\s\S]*Peru[\s\S]*the the/,
  )
  expect(readdirSync(folder)).toEqual(['haiti.md'])
  await press(message, 'Confirm')
  expect(visibleText(message.body)).toMatch(/Written as .*answered from/)
  // A machine with much else to do is told to be still reading it.
  await keeper.refresh()
  expect(answerText(await discord.slash('program', { country: 'peru', topic: 'courts' }))).toMatch(/mobile courts/)
  expect(readFileSync(join(folder, 'twelve.md'), 'utf8')).toContain(`url: ${base}/twelve`)
  discord.assertClean()
})

test('a file is taken as it is, without the address where it lies for the moment', async () => {
  const message = await propose({ file: `${base}/attachments/1/2/peru%20courts.html?ex=3` })
  await press(message, 'Confirm')
  const text = readFileSync(join(folder, 'peru-courts.md'), 'utf8')
  expect(text).toMatch(/mobile courts/)
  expect(text).not.toContain(base)
  expect(JSON.parse(readFileSync(join(folder, 'originals/index.json'), 'utf8'))).toMatchObject({
    'peru-courts.md': { source: 'peru courts.html' },
  })
  discord.assertClean()
})

test('what is cancelled, someone else’s, or overtaken is not written', async () => {
  const cancelled = await propose({ address: `${base}/three` })
  const { body } = structuredClone(cancelled)
  const refused = await discord.button(cancelled, idOf(cancelled, 'Confirm'), OTHER)
  expect(answerText(refused)).toMatch(/proposal is gone/)
  const again = discord.earlier(body)
  await press(again, 'Cancel')
  expect(visibleText(again.body)).toMatch(/nothing was written/)
  const late = discord.earlier(body)
  await press(late, 'Confirm')
  expect(visibleText(late.body)).toMatch(/proposal is gone/)
  const overtaken = await propose({ address: `${base}/four` })
  writeFileSync(join(folder, 'four.md'), sheetOf({ countries: '[HT]' }, 'Another text.'))
  await press(overtaken, 'Confirm')
  expect(visibleText(overtaken.body)).toMatch(/has changed since/)
  expect(readFileSync(join(folder, 'four.md'), 'utf8')).toContain('Another text.')
  expect(readdirSync(folder)).not.toContain('three.md')
  discord.assertClean()
})

test('what can’t be read is refused in words; what takes long can be looked at again', async () => {
  for (const [options, reads] of [
    [{ file: `${base}/program.exe` }, /Not added/],
    [{ address: 'ftp://example.org/a' }, /Not added.*http/],
    [{}, /one of the two/],
    [{ address: `${base}/a`, file: `${base}/a.html` }, /one of the two/],
  ] as const)
    expect(visibleText((await propose(options)).body)).toMatch(reads)
  const slow = messageOf(await discord.slash('corpus add', { address: `${base}/slow.html` }, MANAGER))
  expect(visibleText(slow.body)).toMatch(/still being fetched/)
  await press(slow, 'Cancel')
  expect(visibleText(slow.body)).toMatch(/Cancelled/)
  discord.assertClean()
})

test('check and gaps are told to who may manage the server, in their language', async () => {
  await store.addGap('judges in palau?', 'country-not-covered')
  expect(answerText(await discord.slash('corpus check'))).toMatch(/may manage/)
  const check = await discord.slash('corpus check', {}, MANAGER)
  expect(check.message?.ephemeral).toBe(true)
  expect(answerText(check)).toMatch(/haiti\.md:\d+[\s\S]*the the/)
  const gaps = await discord.slash('corpus gaps', {}, { ...MANAGER, locale: 'es-ES' })
  expect(gaps.message?.ephemeral).toBe(true)
  expect(answerText(gaps)).toMatch(/judges in palau\?[\s\S]*1 vez · ninguna ficha del país/)
  discord.assertClean()
})

test('a list longer than a message has pages', async () => {
  for (let order = 0; order < 90; order++) await store.addGap(`${'courts '.repeat(20)}${order}`, 'topic-not-covered')
  const message = messageOf(await discord.slash('corpus gaps', {}, MANAGER))
  const first = visibleText(message.body)
  const more = nested(message.body['components']).find((one) => String(one['label']).startsWith('More'))
  await discord.button(message, String(more?.['custom_id']), MANAGER)
  expect(visibleText(message.body)).not.toBe(first)
  discord.assertClean()
})

test('a broken file is told in /sources, without where it lies, while the sheets before are served', async () => {
  writeFileSync(join(folder, 'broken.md'), 'no front matter')
  await keeper.refresh()
  const sources = answerText(await discord.slash('sources'))
  expect(sources).toMatch(/older corpus is served[\s\S]*broken\.md/)
  expect(sources).not.toContain(folder)
  expect(answerText(await discord.slash('program', { country: 'haiti' }))).toMatch(/Haiti/)
  discord.assertClean()
})

test('a published corpus is added to from the command line', async () => {
  const over = { library: () => keeper.library(), store, sealer: new Sealer('a test'), commands, menus, actions }
  const house = await startDiscord()
  const other = await run(house, { bot: createBot({ ...over, log: keptLog() }) })
  expect(answerText(await house.slash('corpus add', { address: base }, MANAGER))).toMatch(/corpus -- publish/)
  house.assertClean()
  await other.stop()
  await house.stop()
})
