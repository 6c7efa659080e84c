import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { hasChromium, type Opened, startBrowser } from './browser.ts'
import { toyBot } from './toy-bot.ts'

const line = (page: Page) => page.getByRole('combobox', { name: 'Message #footnote' })
const replies = (page: Page) => page.getByRole('article', { name: 'Footnote' })
const lastReply = (page: Page) => replies(page).last()
const option = (page: Page, name: string) => page.locator('#suggestions').getByRole('option', { name })

/** Sends a line and waits for its reply. */
async function ask(page: Page, input: string): Promise<void> {
  const before = await replies(page).count()
  await line(page).fill(input)
  await option(page, '')
    .first()
    .waitFor({ timeout: 300 })
    .catch(() => null)
  await line(page).press('Escape')
  await line(page).press('Enter')
  await replies(page).nth(before).and(page.locator(':not([aria-busy])')).waitFor()
}

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

describe.skipIf(!hasChromium)('the page in Chromium (skipped where /usr/bin/chromium is missing)', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>
  const bot = toyBot()
  beforeAll(async () => {
    browser = await startBrowser(bot)
  })
  afterAll(() => browser.stop())

  async function visit(
    path: string,
    options: Parameters<typeof browser.open>[1],
    walk: (opened: Opened) => Promise<void>,
  ) {
    const opened = await browser.open(path, options)
    await walk(opened)
    expect(opened.complaints).toEqual([])
    await opened.page.context().close()
    return opened
  }

  test('from /pro to the chart and the words, by keyboard alone', async () => {
    const { foreign } = await visit('/', {}, async ({ page }) => {
      const from = bot.received.length
      const keys = page.keyboard
      await keys.type('/pro')
      await option(page, '/program').waitFor()
      await keys.press('Tab')
      await option(page, 'Brobdingnag').waitFor()
      expect(await line(page).inputValue()).toBe('/program country:')
      expect(await line(page).getAttribute('aria-activedescendant')).toBe('suggestion-0')
      await keys.press('ArrowDown')
      expect(await page.locator('#suggestion-1').getAttribute('aria-selected')).toBe('true')
      await keys.press('Enter')
      await option(page, 'topic:').waitFor()
      await keys.press('Tab')
      await option(page, 'courts').waitFor()
      await keys.type('bor')
      await keys.press('Enter')
      await expect.poll(() => line(page).inputValue()).toBe('/program country:Brobdingnag topic:border security ')
      await keys.press('Enter')
      const reply = lastReply(page)
      await reply.getByText('14 border posts', { exact: true }).waitFor()
      expect(bot.received.slice(from).at(-1)).toMatchObject({
        data: {
          name: 'program',
          options: [
            { name: 'country', value: 'Brobdingnag' },
            { name: 'topic', value: 'border security' },
          ],
        },
      })
      expect(new URL(page.url()).searchParams.get('q')).toBe('/program country:Brobdingnag topic:border security')
      const popup = page.waitForEvent('popup')
      await reply.getByRole('link', { name: /Open Funding by fiscal year/ }).press('Enter')
      const chart = await popup
      expect(chart.url()).toMatch(/\/preview\/files\/[\w-]{24}\/funding\.svg$/)
      await chart.close()
      const words = reply.getByRole('link', { name: 'Atlantis: criminal justice goals' })
      expect(await words.getAttribute('href')).toBe('https://example.gov/atlantis')
      expect(await words.getAttribute('rel')).toBe('noopener noreferrer')
      expect(await words.getAttribute('target')).toBe('_blank')
      await reply.getByRole('button', { name: 'More excerpts' }).press('Enter')
      await reply.getByRole('heading', { name: 'Now showing more' }).waitFor()
    })
    expect(foreign).toEqual([])
  })

  test('a value that comes too late never replaces what was typed since', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.route('**/preview/complete', async (route) => {
        const { line: typed } = route.request().postDataJSON() as { line: string }
        if (typed.endsWith('country:l')) await new Promise((resolve) => setTimeout(resolve, 300))
        await route.continue().catch(() => null)
      })
      await line(page).fill('/program country:l')
      await page.waitForRequest('**/preview/complete')
      await line(page).fill('/program country:ruri')
      await option(page, 'Ruritania').waitFor()
      await page.waitForTimeout(400)
      expect(await option(page, '').allTextContents()).toEqual(['Ruritania'])
    })
  })

  test('Enter waits for the list it was meant for; what is missing is asked for; Up brings the last line back', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.keyboard.type('/program', { delay: 0 })
      await page.keyboard.press('Enter')
      await option(page, 'Atlantis').waitFor()
      expect(await line(page).inputValue()).toBe('/program country:')
      await line(page).fill('/program topic:courts')
      await option(page, 'courts').waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('/program needs country').waitFor()
      await expect.poll(() => line(page).inputValue()).toBe('/program topic:courts country:')
      await ask(page, '/sources')
      await ask(page, 'how many posts?')
      await page.keyboard.press('ArrowUp')
      expect(await line(page).inputValue()).toBe('how many posts?')
      await page.keyboard.press('ArrowUp')
      expect(await line(page).inputValue()).toBe('/sources')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      expect(await line(page).inputValue()).toBe('')
    })
  })

  test('a select menu, a modal and a private reply', async () => {
    await visit('/?q=/program+country:Laputa', {}, async ({ page }) => {
      await lastReply(page).getByRole('button', { name: 'Not what I asked' }).click()
      const modal = page.getByRole('dialog', { name: 'Not what I asked' })
      await modal.waitFor()
      await page.keyboard.type('the academy')
      await modal.getByRole('button', { name: 'Submit' }).click()
      await modal.getByRole('alert').getByText('Where: choose one.').waitFor()
      await modal.getByRole('combobox', { name: 'Where' }).click()
      await modal.getByRole('option', { name: 'Laputa' }).click()
      await modal.getByRole('button', { name: 'Submit' }).click()
      const note = lastReply(page)
      await note.getByText('Only you can see this').waitFor()
      expect(JSON.stringify(bot.received.at(-1))).toContain('the academy')
      await note.getByRole('button', { name: 'Dismiss message' }).click()
      await expect.poll(() => replies(page).count()).toBe(1)
      const select = lastReply(page).getByRole('combobox', { name: 'Another topic' })
      await select.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await lastReply(page).getByRole('heading', { name: 'Now showing community policing' }).waitFor()
      expect(await lastReply(page).getByRole('button', { name: 'Forget' }).count()).toBe(0)
    })
  })

  test('the address shows the reply again; going back shows the one before', async () => {
    await visit('/?q=/ask+question:first', {}, async ({ page }) => {
      await page.getByText('You asked: first').waitFor()
      await ask(page, '/ask question:second')
      await page.reload()
      await page.getByText('You asked: second').waitFor()
      await page.goBack()
      await page.getByText('You asked: first').waitFor()
    })
  })

  test('a reply’s link is copied, it is answered in place, and its menu works on it', async () => {
    await visit('/?q=first+question', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, url }) => {
      const first = replies(page).first()
      await first.getByRole('button', { name: 'Copy the link to this reply' }).click()
      await first.getByRole('button', { name: 'Copied' }).waitFor()
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${url}?q=first+question`)
      await first.getByRole('button', { name: 'Reply' }).click()
      await page.keyboard.type('second question')
      await page.keyboard.press('Enter')
      await replies(page).nth(1).getByText('second question (after: first question)').waitFor()
      await first.getByRole('button', { name: 'Check quotations' }).click()
      await lastReply(page).getByText('Two quotations, both verbatim.').waitFor()
    })
  })

  test('the panel shows the payload, the time and why', async () => {
    await visit('/?q=/ask+question:why', {}, async ({ page }) => {
      await page.getByText('You asked: why').waitFor()
      await page.getByRole('button', { name: 'Behind the reply' }).click()
      const panel = page.getByRole('complementary', { name: 'Behind the reply' })
      const json = await panel.getByRole('region', { name: 'Payload as JSON' }).textContent()
      expect(JSON.parse(json ?? '')).toMatchObject({
        type: 4,
        data: { components: [{ type: 10, content: 'You asked: why' }] },
      })
      await panel.getByText('4.250').waitFor()
      await panel.getByText(/\d ms/).first().waitFor()
      await page.keyboard.press('Escape')
      expect(await panel.isVisible()).toBe(false)
    })
  })

  test('hostile words stay words', async () => {
    const hostile =
      '<img src=x onerror="document.title=1"><script>document.title=2</script> [x](javascript:document.title=3) </div>'
    await visit('/', {}, async ({ page }) => {
      bot.say = `# ${hostile}\n> ${hostile}\n- ${hostile}\n\`\`\`html\n${hostile}\n\`\`\`\n**${hostile}** ||${hostile}||`
      await ask(page, `/ask question:${hostile}`)
      bot.say = null
      await ask(page, hostile)
      expect(await page.title()).toBe('Footnote: local preview')
      expect(await page.locator('#log script, #log img[src="x"], #log a[href^="javascript"]').count()).toBe(0)
      expect(await replies(page).first().textContent()).toContain('<script>document.title=2</script>')
      await page.getByRole('button', { name: 'Behind the reply' }).click()
      expect(await page.locator('#panel script').count()).toBe(0)
    })
  })

  test.each(['dark', 'light'] as const)('axe finds no fault in the %s theme', async (colorScheme) => {
    const { foreign } = await visit('/', { colorScheme }, async ({ page }) => {
      await ask(page, '/dossier list')
      await ask(page, '/program country:Atlantis topic:courts')
      await lastReply(page).getByRole('button', { name: 'Spoiler: show' }).click()
      await page.getByRole('button', { name: 'Behind the reply' }).click()
      await line(page).fill('/program country:')
      await option(page, 'Atlantis').waitFor()
      expect(await faults(page)).toEqual([])
      await line(page).fill('')
      await lastReply(page).getByRole('button', { name: 'Not what I asked' }).click()
      await page.getByRole('dialog').getByRole('combobox', { name: 'Where' }).click()
      expect(await faults(page)).toEqual([])
    })
    expect(foreign).toEqual([])
  })

  test('at phone width nothing runs over the edge, and the commands are a tap away', async () => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
    await visit('/', phone, async ({ page }) => {
      await page.getByRole('button', { name: 'Commands' }).tap()
      await page.getByRole('navigation').getByRole('button', { name: '/program' }).tap()
      await option(page, 'Laputa').tap()
      await page.getByRole('button', { name: 'Send' }).tap()
      await lastReply(page).getByText('14 border posts', { exact: true }).waitFor()
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      expect(over).toBeLessThanOrEqual(0)
      const wide = await page
        .locator('#log *')
        .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().right > 361).length)
      expect(wide).toBe(0)
      expect(await faults(page)).toEqual([])
    })
  })

  test('the theme follows the system until it is chosen, and the choice is kept', async () => {
    await visit('/', { colorScheme: 'dark' }, async ({ page }) => {
      const theme = () => page.locator('html').getAttribute('data-theme')
      expect(await theme()).toBe('dark')
      await page.getByRole('button', { name: 'Light theme' }).click()
      await page.reload()
      expect(await theme()).toBe('light')
    })
  })
})

describe.skipIf(!hasChromium)('the page with the real bot and the fact sheets of this repository', () => {
  test('a country and a topic chosen by keyboard lead to the source’s words and a link to them', async () => {
    const browser = await startBrowser(await openBot(join(import.meta.dirname, '../../corpus')))
    const { page, complaints, foreign } = await browser.open()
    const steps = [
      ['/', /^\/$/],
      ['p', /^\/p$/],
      ['Tab', /^\/program $/],
      ['Tab', /^\/program country:$/],
      ['Enter', /^\/program country:\S.* $/],
      ['Tab', /^\/program country:\S.* topic:$/],
      ['Enter', /^\/program country:\S.* topic:\S.* $/],
    ] as const
    for (const [key, typed] of steps) {
      await page.keyboard.press(key)
      await expect.poll(() => line(page).inputValue()).toMatch(typed)
      await page.locator('#suggestions [role=option]').first().waitFor()
    }
    await page.keyboard.press('Enter')
    const reply = lastReply(page)
    await reply.locator('blockquote').first().waitFor()
    const words = reply.locator('.markdown a').first()
    expect(await words.getAttribute('href')).toMatch(/^https?:/)
    expect(await words.getAttribute('rel')).toBe('noopener noreferrer')
    expect(await faults(page)).toEqual([])
    expect([complaints, foreign]).toEqual([[], []])
    await browser.stop()
  })
})
