/** What a visitor of the local preview waits for: the first paint, and a reply to what they typed. In real Chromium. */
import { existsSync } from 'node:fs'
import { Hono } from 'hono'
import { type Browser, chromium } from 'playwright-core'
import { listen } from '#src/discord/listen.ts'
import { previewApp } from '#src/preview/app.ts'
import { openBot } from '../open-bot.ts'
import { OWN_CORPUS } from './corpora.ts'
import { INPUTS } from './preview-inputs.ts'
import { type BenchSection, quantile } from './rows.ts'

const CHROMIUM = '/usr/bin/chromium'
const HOST = '127.0.0.1'
const LOADS = 5
/** Milliseconds in which a list of suggestions that has arrived is drawn. */
const OFFERED_WITHIN = 300
const BARE = '<!doctype html><html lang="en"><title>Bare</title><p>Words</p>'

/** In the page: resolves with the milliseconds to the first contentful paint. */
const FIRST_PAINT = `new Promise((resolve) =>
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
  }).observe({ type: 'paint', buffered: true }))`

/**
 * In the page: `replied` resolves with the milliseconds from the next Enter until the frame after the reply stands in
 * the page. A reply under way is busy; a message channel's turn comes after the frame that `requestAnimationFrame` opens.
 */
const WATCH = `(() => {
  const log = document.getElementById('log')
  const done = () => log.querySelectorAll('article[aria-label="Footnote"]:not([aria-busy])').length
  const before = done()
  window.replied = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no reply within 10 s')), 10_000)
    let start = null
    addEventListener('keydown', (event) => { if (event.key === 'Enter') start ??= event.timeStamp }, { capture: true })
    const observer = new MutationObserver(() => {
      if (start === null || done() === before) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - start)
        port2.postMessage(null)
      })
    })
    observer.observe(log, { childList: true, subtree: true, attributes: true })
  })
})()`

export const preview: BenchSection = {
  name: 'The preview in Chromium',
  beside: 'a bare page of the same server',
  notes: [
    `Needs Chromium at ${CHROMIUM}; left out where there is none. It runs without its sandbox (--no-sandbox).`,
    `First contentful paint is the median of ${LOADS} pages with nothing cached, after one of each that does not count.`,
    `From Enter to the drawn reply: ${INPUTS.length} different inputs in one page; a frame of the screen takes up to 17 ms of it.`,
  ],
  async run() {
    if (!existsSync(CHROMIUM)) return []
    const app = new Hono()
    app.get('/bare', (c) => c.html(BARE))
    const log = { info: () => undefined, error: () => undefined }
    app.route('/', previewApp({ bot: await openBot(OWN_CORPUS), host: HOST, log }))
    const server = await listen(app, HOST, 0)
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
    try {
      const paints = { page: [] as number[], bare: [] as number[] }
      for (let load = 0; load <= LOADS; load += 1) {
        const page = await firstPaint(browser, server.url)
        const bare = await firstPaint(browser, `${server.url}bare`)
        if (load === 0) continue
        paints.page.push(page)
        paints.bare.push(bare)
      }
      const replies = await roundTrips(browser, server.url)
      return [
        {
          measure: 'first contentful paint',
          unit: 'ms',
          ours: quantile(paints.page, 0.5),
          beside: quantile(paints.bare, 0.5),
          target: null,
        },
        { measure: 'Enter to reply, p50', unit: 'ms', ours: quantile(replies, 0.5), beside: null, target: null },
        { measure: 'Enter to reply, slowest', unit: 'ms', ours: quantile(replies, 1), beside: null, target: null },
      ]
    } finally {
      await browser.close()
      await server.stop()
    }
  },
}

/** Milliseconds; a context of its own has nothing cached. */
async function firstPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await page.evaluate<number>(FIRST_PAINT)
  } finally {
    await context.close()
  }
}

/** Milliseconds for each input. */
async function roundTrips(browser: Browser, url: string): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await page.goto(url)
  await page.locator('#commands li').first().waitFor({ state: 'attached' })
  const line = page.getByRole('combobox', { name: 'Message #footnote' })
  const times: number[] = []
  for (const input of INPUTS) {
    const offered = input.startsWith('/') ? page.waitForResponse('**/preview/complete') : null
    await line.fill(input)
    await offered
    // What is offered for a command must not take the Enter for itself; often nothing is.
    await page
      .locator('#suggestions [role=option]')
      .first()
      .waitFor({ timeout: OFFERED_WITHIN })
      .catch(() => null)
    await line.press('Escape')
    await page.evaluate(WATCH)
    await line.press('Enter')
    times.push(await page.evaluate<number>('window.replied'))
  }
  return times
}
