import { describe, expect, it } from 'vitest'
import { asker } from '../support/asking.ts'
import { corpusOf, sheetOf } from '../support/corpus.ts'

const SAME = 'INL keeps Americans safe by countering illegal drugs abroad.'

const ask = asker(
  corpusOf({
    'ghana-2010.md': sheetOf(
      { countries: '[GH]', date: '2010' },
      'Since 2005, INL has renovated 14 border posts in Ghana.',
    ),
    'ghana-2013.md': sheetOf(
      { countries: '[GH]', date: '2013' },
      'Since 2005, INL has renovated 21 border posts in Ghana.',
    ),
    'togo.md': sheetOf({ countries: '[TG]' }, `${SAME}\n\nSince 2005, INL has renovated 30 border posts in Togo.`),
    'benin.md': sheetOf({ countries: '[BJ]' }, SAME),
  }),
)

describe('several sheets in one answer', () => {
  it('shows both of two sheets that contradict each other, with their dates and no winner', async () => {
    const { answer, texts, read } = await ask('How many border posts has INL renovated in Ghana?')
    expect(answer.outcome).toBe('answered')
    expect(texts.join('\n')).toMatch(/14 border posts/)
    expect(texts.join('\n')).toMatch(/21 border posts/)
    expect(texts.join('\n')).not.toMatch(/30 border posts/)
    expect(read).toMatch(/different figures[\s\S]*none is preferred/)
    expect(read).toMatch(/ · 2010 \([\s\S]* · 2013 \(|· 2013 \([\s\S]* · 2010 \(/)
  })

  it('does not call another country’s figure a contradiction', async () => {
    const { read } = await ask('How many border posts has INL renovated in Togo?')
    expect(read).toMatch(/30 border posts/)
    expect(read).not.toMatch(/different figures/)
  })

  it('shows the same passage once and names the other sheet', async () => {
    const { answer, texts, read } = await ask('How does INL keep Americans safe?')
    expect(texts.filter((text) => text === SAME)).toHaveLength(1)
    const [first] = answer.excerpts
    expect([first?.sheet.id, ...(first?.alsoIn ?? [])].sort()).toEqual(['benin', 'togo'])
    expect(read).toMatch(/also in (?:benin|togo)/)
  })
})
