/** What is counted of messages: by outcome, and nothing of who wrote them or what. */
import { expect, it } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { createMetrics } from '#src/discord/metrics.ts'
import type { IncomingMessage } from '#src/discord/surface.ts'
import { REAL_CORPUS } from '../support/corpus.ts'

it('counts what is asked in messages, and what is not asked not', async () => {
  const metrics = createMetrics({ corpus: () => null, shards: () => null })
  const bot = metrics.measured(await openBot(REAL_CORPUS))
  const write = (content: string, inReplyTo: IncomingMessage['inReplyTo'] = null): Promise<unknown> => {
    const message: IncomingMessage = {
      id: '1',
      channelId: '2',
      guildId: null,
      authorId: '271828182845904523',
      content,
      inReplyTo,
    }
    return bot.chat(message)
  }
  expect(await write('How many border posts has INL built in Tajikistan?')).not.toBeNull()
  expect(await write('How many helicopters has zanzibarella?')).not.toBeNull()
  expect(await write('[RLA]')).not.toBeNull()
  // A reply without words asks nothing; a mention without words asks what the bot is.
  expect(await write('', { id: '3', asked: null })).toBeNull()
  expect(await write('')).not.toBeNull()
  const text = await (await metrics.app.request('/metrics')).text()
  const counts = [
    ...text.matchAll(/^footnote_questions_total\{command="(\w+)",outcome="(\w+)",reason="[\w-]*"\} (\d+)$/gm),
  ]
  const of = (outcome: RegExp) =>
    counts.filter(([, command, told = '']) => command === 'message' && outcome.test(told)).map(([, , , count]) => count)
  expect(of(/answered/)).toEqual(['3'])
  expect(of(/none|related/)).toEqual(['1'])
  expect(text).toContain('footnote_answer_seconds_count{command="message"} 4')
  expect(text).not.toMatch(/zanzibarella|271828182845904523/)
})
