/** /funding over eight countries' fact sheets, through the real client: the table, the chart, the file, the buttons. */
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'
import {
  type Answer,
  answerText,
  type By,
  type Discord,
  type Message,
  type Options,
  startDiscord,
  visibleText,
} from './standin/index.ts'
import { type Running, run } from './toy.ts'

const FIXTURES = fileURLToPath(new URL('../fixtures/funding', import.meta.url))
const PNG = [0x89, 0x50, 0x4e, 0x47]
const STRANGER: By = { user: { id: '80351110224678912', name: 'passer-by', locale: 'en-US' } }

interface Node {
  readonly label?: string
  readonly custom_id?: string
  readonly description?: string
  readonly components?: readonly Node[]
  readonly items?: readonly Node[]
}

const nodesOf = (node: Node): readonly Node[] => [
  node,
  ...[...(node.components ?? []), ...(node.items ?? [])].flatMap(nodesOf),
]
const labels = (message: Message) => nodesOf(message.body as Node).flatMap(({ label }) => label ?? [])

function messageOf(answer: Answer): Message {
  if (answer.message === null) throw new Error('no message')
  return answer.message
}

/** The file of the reply; its bytes. */
function fileOf(message: Message, name: string): Uint8Array {
  const file = message.files.find((upload) => upload.name === name)
  if (file === undefined) throw new Error(`no file ${name}`)
  return file.data
}

/** Rows by column; none of the fixtures' cells holds a line break or a doubled quote. */
function csvOf(message: Message): readonly Readonly<Record<string, string>>[] {
  const text = Buffer.from(fileOf(message, 'funding.csv')).toString('utf8')
  const records = text
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  const [names = [], ...rows] = records
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])))
}

describe('/funding in a channel', () => {
  let discord: Discord
  let running: Running
  beforeAll(async () => {
    discord = await startDiscord()
    running = await run(discord, { bot: await openBot(FIXTURES) })
  })
  afterAll(async () => {
    await running.stop()
    await discord.stop()
  })

  const ask = async (options: Options, by: By = {}) => messageOf(await discord.slash('funding', options, by))

  async function press(message: Message, label: string, by: By = {}): Promise<Message> {
    const id = nodesOf(message.body as Node).find((node) => node.label === label)?.custom_id
    if (id === undefined) throw new Error(`no button ${label}`)
    return messageOf(await discord.button(message, id, by))
  }

  test.each<[string, readonly RegExp[]]>([
    [
      'Georgia',
      [
        /FY 2011\*\* · \$5,000,000 · AEECA \(Assistance for Europe, Eurasia and Central Asia\) · request/,
        /FY 2006\*\* · \$0\n/,
        /promises FY 2007, but no line gives it/,
        /what was requested, not what was provided/,
      ],
    ],
    [
      'Armenia',
      [
        /FY 2008\*\* · \$2\.4 million · FSA[\s\S]*15 June 2009[\s\S]*FY08: \$2\.6 million[\s\S]*1 September 2010/,
        /different figures for Armenia in FY 2008\..*none is preferred/,
        /promises FY 2006/,
        /FY 2009, \$2\.275 million: The source breaks off here/,
      ],
    ],
    ['Moldova', [/\$367,630 · Sec\. 1004/, /\$3,821,630 · sum stated by the source/]],
    [
      'Kyrgyzstan',
      [
        /\$8,105,00 · FSA · misprinted in the source, no amount/,
        /\$1,640,000 and \$1,460,000/,
        /space inside this number/,
        /ten times or more/,
      ],
    ],
    ['Liberia', [/Sum of FY 2010, FY 2011 and FY 2012, INCLE: \$43,700,000 \(our own addition/]],
    ['Jamaica', [/\$1,100 thousand/]],
    ['Peru', [/FY 2012\*\* · \$28\.95 million/, /FY 2010\*\* · \$39\.2 million/]],
  ])('shows the figures of %s as printed, with their caveats, drawn and as a file', async (country, reads) => {
    const shown = await ask({ country })
    for (const part of reads) expect(visibleText(shown.body)).toMatch(part)
    expect(shown.files.map(({ name }) => name)).toEqual(['funding.png', 'funding.csv'])
    expect([...fileOf(shown, 'funding.png').slice(0, 4)]).toEqual(PNG)
    const alt = nodesOf(shown.body as Node).flatMap(({ description }) => description ?? [])
    expect(alt).toEqual([expect.stringContaining(`Bar chart. ${country}.`)])
    discord.assertClean()
  })

  test.each(['Armenia', 'Georgia', 'Kyrgyzstan', 'Moldova'])('adds up nothing in doubt: %s', async (country) => {
    const text = visibleText((await ask({ country })).body)
    expect(text).toMatch(/FY 20/)
    expect(text).not.toMatch(/our own addition/)
  })

  test('the chart’s words say gaps, requests and misprints too', async () => {
    const alt = async (country: string) =>
      nodesOf((await ask({ country })).body as Node).flatMap(({ description }) => description ?? [])[0]
    expect(await alt('georgia')).toMatch(/FY2006: \$0;[\s\S]*AEECA, requested\)[\s\S]*No figure for FY2007/)
    expect(await alt('kyrgyzstan')).toMatch(/\$8,105,00 \(FSA, misprinted, not read as an amount\)/)
  })

  test('the file has a row a figure, with an amount only where one is printed, and a citation that /cite takes', async () => {
    const shown = await ask({ country: 'kyrgyzstan' })
    const rows = csvOf(shown)
    expect(rows.map((row) => [row['fiscal_year'], row['amount'], row['as_printed'], row['status']])).toEqual([
      ['2010', '1900000', '$1,900,000', 'stated'],
      ['2009', '1640000', '$1,640,000', 'stated'],
      ['2009', '1460000', '$1,460,000', 'stated'],
      ['2008', '20000000', '$20,000, 000', 'stated'],
      ['2007', '', '$8,105,00', 'malformed'],
    ])
    expect(new Set(rows.map((row) => row['url']))).toEqual(new Set(['https://example.org/sheets/kyrgyzstan-2010']))
    for (const row of rows) {
      const cited = await discord.slash('cite', { id: row['citation'] ?? '' })
      expect(answerText(cited)).toContain(row['as_printed'])
    }
    discord.assertClean()
  })

  test('a year’s button shows that year alone to whoever presses it, and leads back to all years', async () => {
    const shown = await ask({ country: 'georgia' })
    const years = labels(shown).filter((label) => label.startsWith('FY'))
    expect(years).toEqual(['FY 2011', 'FY 2010', 'FY 2009'])
    expect(labels(shown)).not.toContain('All years')
    const one = await press(shown, 'FY 2009', STRANGER)
    expect(one.ephemeral).toBe(true)
    expect(visibleText(one.body)).toContain('FY 2009 - $2,940,500 (FSA')
    expect(visibleText(one.body)).not.toContain('4,375,000')
    expect(labels(one).filter((label) => label.startsWith('FY'))).toEqual([])
    const back = await press(one, 'All years', STRANGER)
    expect(visibleText(back.body)).toContain('$4,375,000')
    discord.assertClean()
  })

  test('an account can be taken back while the years stay', async () => {
    const shown = await ask({ country: 'moldova', year: '2009-2010', account: 'incle' })
    expect(visibleText(shown.body)).not.toContain('· AEECA')
    const all = await press(shown, 'All accounts')
    expect(visibleText(all.body)).toMatch(/\$2,254,000 · AEECA/)
    expect(visibleText(all.body)).not.toContain('$1,980,000')
    expect(labels(all)).toContain('All years')
    expect(labels(all)).not.toContain('All accounts')
    discord.assertClean()
  })

  test('the button CSV gives what the reply shows, one figure too, to whoever presses it', async () => {
    const shown = await ask({ country: 'moldova', year: 'FY08' })
    expect(shown.files).toEqual([])
    const saved = await press(shown, 'CSV', STRANGER)
    expect(saved.ephemeral).toBe(true)
    expect(saved.files.map(({ name }) => name)).toEqual(['funding.csv'])
    expect(csvOf(saved).map((row) => [row['country'], row['fiscal_year'], row['amount']])).toEqual([
      ['Moldova', '2008', '1980000'],
    ])
    const all = await ask({ country: 'all', year: '2010' })
    expect(csvOf(await press(all, 'CSV'))).toEqual(csvOf(all))
    discord.assertClean()
  })

  test('the buttons are worded in the reader’s language', async () => {
    const shown = await ask({ country: 'moldova', year: '2010', account: 'incle' }, { locale: 'es-ES' })
    expect(labels(shown)).toEqual(expect.arrayContaining(['Todas las cuentas', 'Todos los años', 'CSV']))
    const saved = await press(shown, 'CSV', { locale: 'es-ES' })
    expect(visibleText(saved.body)).toMatch(/archivo CSV/)
    discord.assertClean()
  })

  test('all countries stand side by side for a year', async () => {
    const shown = await ask({ country: 'all', year: '2010' })
    const text = visibleText(shown.body)
    for (const country of ['Georgia', 'Jamaica', 'Kyrgyzstan', 'Liberia', 'Moldova', 'Peru'])
      expect(text).toContain(`**${country}**`)
    expect(text).not.toContain('FY 2009')
    expect(shown.files.map(({ name }) => name)).toContain('funding.png')
    discord.assertClean()
  })

  test.each<[Options, readonly RegExp[]]>([
    [{ country: 'georgia', year: '1850' }, [/“1850”/, /2011/]],
    [{ country: 'georgia', year: 'next' }, [/“next”/, /2011/]],
    [{ country: 'georgia', year: 'FY99' }, [/no funding for Georgia in FY 1999/, /FY 2005/]],
    [{ country: 'georgia', year: '2007' }, [/no funding for Georgia in FY 2007/, /promises FY 2007/]],
    [{ country: 'georgia', account: 'gold' }, [/no gold funding for Georgia/, /FSA/, /AEECA/]],
    [{ country: 'nepal' }, [/state no funding for Nepal/, /Armenia, Georgia, Jamaica/]],
    [{ country: 'japan' }, [/No fact sheet covers Japan/, /Armenia/]],
    [{ country: 'atlantis' }, [/[Aa]tlantis/]],
    [{ country: 'all', year: 'gold' }, [/“gold”/, /2011/]],
    [{ country: 'all', year: '1999' }, [/FY 1999/, /Armenia/]],
    [{ country: 'jamaica', year: '2012' }, [/no funding for Jamaica in FY 2012/, /\$6\.3 million/]],
  ])('%j is refused and told what there is', async (options, reads) => {
    const shown = await ask(options)
    for (const part of reads) expect(visibleText(shown.body)).toMatch(part)
    expect(shown.files).toEqual([])
    expect(labels(shown).filter((label) => /^FY/.test(label))).toEqual([])
    discord.assertClean()
  })

  test('no country: what is covered', async () => {
    const text = visibleText((await ask({})).body)
    expect(text).toMatch(/Georgia: FY[\s\S]*Moldova: FY/)
    expect(text).not.toMatch(/Nepal/)
  })
})

describe('/funding where every amount is misprinted', () => {
  test('shows them as printed, reads none, draws none', async () => {
    const body = 'Officers of Ghana were trained.\n\n## Funding\n\nFY07: $8,105,00 (FSA)\nFY08: $1,22,000 (FSA)'
    const corpus = corpusOf({ 'ghana.md': sheetOf({ countries: '[GH]', publisher: 'An office' }, body) })
    const discord = await startDiscord()
    const running = await run(discord, { bot: await openBot(corpus) })
    try {
      const shown = messageOf(await discord.slash('funding', { country: 'ghana' }))
      const text = visibleText(shown.body)
      expect(text).toMatch(/\$1,22,000 · FSA · misprinted[\s\S]*\$8,105,00 · FSA · misprinted/)
      expect(text).not.toMatch(/our own addition/)
      expect(shown.files.map(({ name }) => name)).toEqual(['funding.csv'])
      expect(csvOf(shown).map((row) => row['amount'])).toEqual(['', ''])
      discord.assertClean()
    } finally {
      await running.stop()
      await discord.stop()
    }
  })
})

test('/funding of more figures than a page holds: on each page the figures stand over their source', async () => {
  const years = Array.from({ length: 60 }, (_, order) => 1960 + order)
  const lines = years.flatMap((year) =>
    ['FSA', 'INCLE', 'NADR'].map((account) => `FY ${year} - $1,500,000 (${account})`),
  )
  const sheet = sheetOf({ countries: '[GE]', date: '2021' }, `## Assistance FY1960-2019\n\n${lines.join('\n')}`)
  const discord = await startDiscord()
  const running = await run(discord, { bot: await openBot(corpusOf({ 'georgia.md': sheet })) })
  const message = messageOf(await discord.slash('funding', { country: 'georgia' }))
  const pages = [visibleText(message.body)]
  for (let more = moreOf(message); more !== null && pages.length < 20; more = moreOf(message)) {
    await discord.button(message, more)
    pages.push(visibleText(message.body))
  }
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.join('\n').match(/FY \d{4}\*\*/g)).toHaveLength(180)
  for (const page of pages) {
    const said = page.split('\n').filter((line) => /^- \*\*FY|`georgia\./.test(line))
    if (said.some((line) => line.startsWith('- '))) expect(said.at(-1)).toMatch(/`georgia\./)
  }
  discord.assertClean()
  await running.stop()
  await discord.stop()
})

function moreOf(message: Message): string | null {
  return nodesOf(message.body as Node).find(({ label }) => label?.startsWith('More'))?.custom_id ?? null
}
