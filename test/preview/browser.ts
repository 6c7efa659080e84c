/** Chromium with the preview open in it. Only one of these runs at a time; each page is fresh. */
import { existsSync } from 'node:fs'
import { pino } from 'pino'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Bot } from '#src/discord/surface.ts'
import { startPreview } from '#src/preview/server.ts'

const CHROMIUM = '/usr/bin/chromium'
const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run']

export const hasChromium = existsSync(CHROMIUM)

export interface Opened {
  readonly page: Page
  readonly url: string
  /** Addresses asked for outside the preview, and what the page complained of. */
  readonly foreign: string[]
  readonly complaints: string[]
}

export async function startBrowser(bot: Bot) {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
  const explain = () => ({ ranking: [{ passage: 'atl09-3f2a', score: 4.25 }] })
  const log = pino({ level: 'silent' })
  const preview = await startPreview({ bot, host: '127.0.0.1', port: 0, health: () => ({ ok: true }), log, explain })

  async function open(path = '/', options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(8000)
    const page = await context.newPage()
    const foreign: string[] = []
    const complaints: string[] = []
    context.on('request', (request) => {
      if (!request.url().startsWith(preview.url)) foreign.push(request.url())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    await page.goto(new URL(path, preview.url).href)
    await page.locator('#commands li').first().waitFor({ state: 'attached' })
    return { page, url: preview.url, foreign, complaints }
  }

  async function stop(): Promise<void> {
    await browser.close()
    await preview.stop()
  }
  return { open, stop }
}
