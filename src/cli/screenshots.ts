/**
 * `npm run screenshots`: pictures of the running preview for the README, so that they show what is really there.
 *
 *     node src/cli/screenshots.ts [--whole] [--out DIR] [--corpus DIR] ["name=input" …]
 *
 * Each input is photographed wide (1280 by 800) and at a
 * phone's width (390 by 844) as NAME.png and NAME-phone.png; needs Chromium at /usr/bin/chromium. Without inputs the
 * README's pictures are made, and a chart among them, as it is attached to a reply. `--whole` takes replies alone, from
 * top to bottom however long they are: without inputs the ten that are used most.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { type Browser, chromium } from 'playwright-core'
import { startPreview } from '../preview/server.ts'
import { openBot } from './open-bot.ts'
import { respondTo } from './respond.ts'

const SIZES = [
  { suffix: '', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { suffix: '-light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { suffix: '-phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

/** What the README shows. */
const SHOTS = [
  'program=/program country:tajikistan topic:border',
  'refusal=How many border posts has INL built in Azerbaijan?',
  'complete=type:/program country:',
]

/** What people ask most, to be looked at after a change of how replies are laid out. */
const MOST_USED = [
  'program=/program country:tajikistan topic:border',
  'overview=/program country:tajikistan',
  'ask=/ask question:How many border posts has INL built in Tajikistan?',
  'refusal=/ask question:How many border posts has INL built in Azerbaijan?',
  'funding=/funding country:azerbaijan',
  'compare=/compare countries:azerbaijan, tajikistan topic:border',
  'glossary=/glossary term:RLA',
  'cite=/cite id:The RLA program was established in 2004.',
  'verify=/verify quote:Since 2005, INL has built 41 border posts',
  'help=/help',
]
/** Pixels that no reply is longer than, on a phone either. */
const TALLEST = 4000

/** The five real sheets state two figures in all: the chart is of a made-up sheet, with a gap, a zero and a request. */
const CHART = {
  name: 'funding-chart',
  corpus: join(import.meta.dirname, '../../test/fixtures/funding'),
  input: '/funding country:georgia',
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    whole: { type: 'boolean', default: false },
    corpus: { type: 'string', default: join(import.meta.dirname, '../../corpus') },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/images') },
  },
})

const log = pino({ level: 'warn' })
const bot = await openBot(values.corpus)
const preview = await startPreview({ bot, host: '127.0.0.1', port: 0, health: () => ({ ok: true }), log })
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
try {
  await mkdir(values.out, { recursive: true })
  for (const shot of positionals.length > 0 ? positionals : values.whole ? MOST_USED : SHOTS) {
    const [, name = 'reply', input = shot] = /^([\w-]+)=(.*)$/s.exec(shot) ?? []
    await photograph(browser, name, input)
  }
  if (positionals.length === 0 && !values.whole) await drawChart()
} finally {
  await browser.close()
  await preview.stop()
}

async function drawChart(): Promise<void> {
  const { reply } = await respondTo(CHART.input, await openBot(CHART.corpus))
  const chart = reply.files.find(({ contentType }) => contentType === 'image/png')
  if (chart === undefined) throw new Error(`${CHART.input} has no chart`)
  await writeFile(join(values.out, `${CHART.name}.png`), chart.data)
}

async function photograph(from: Browser, name: string, input: string): Promise<void> {
  for (const { suffix, viewport, colorScheme } of SIZES) {
    const seen = values.whole ? { ...viewport, height: TALLEST } : viewport
    const page = await from.newPage({ viewport: seen, colorScheme, reducedMotion: 'reduce' })
    const typed = input.startsWith('type:') ? input.slice(5) : null
    await page.goto(
      typed === null && input !== '' ? `${preview.url}?${new URLSearchParams({ q: input })}` : preview.url,
    )
    await page.locator('.example').first().waitFor({ state: 'attached' })
    if (typed !== null) await page.getByRole('combobox', { name: 'Message #footnote' }).pressSequentially(typed)
    if (typed !== null) {
      await page.locator('#suggestions [role=option]').first().waitFor()
      // The list for what was typed last, not for a letter before.
      await page.waitForLoadState('networkidle')
    }
    if (typed === null && input !== '') await page.locator('article:not([aria-busy]) .content').last().waitFor()
    const path = join(values.out, `${name}${suffix}.png`)
    await (values.whole ? page.locator('article').last() : page).screenshot({ path })
    await page.close()
  }
}
