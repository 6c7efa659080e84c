/** A country that is none: what was perhaps meant is among those covered, and all of them are told. */
import { beforeAll, expect, test } from 'vitest'
import { openBot } from '#src/cli/open-bot.ts'
import { respondTo } from '#src/cli/respond.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'
import { textsOf } from '../support/seen.ts'

let bot: FootnoteBot
beforeAll(async () => {
  const police = (country: string) => sheetOf({ countries: `[${country}]` }, 'The police academy trained officers.')
  bot = await openBot(corpusOf({ 'one.md': police('KG'), 'two.md': police('PY') }))
})

const said = async (line: string) => textsOf((await respondTo(line, bot)).message).join('\n')

test.each([
  ['/program country:kyrgstn', /Did you mean Kyrgyzstan\?\n.*Countries covered: Kyrgyzstan and Paraguay/],
  ['/timeline country:pragy', /Did you mean Paraguay\?/],
  ['/compare countries:pargay, kyrgyzstan topic:police', /Did you mean Paraguay\?/],
])('%s', async (line, reads) => {
  expect(await said(line)).toMatch(reads)
})

test('what is like none of them is told what there is, and no country is guessed', async () => {
  const text = await said('/program country:narnia')
  expect(text).toMatch(/Countries covered/)
  expect(text).not.toMatch(/Did you mean/)
})
