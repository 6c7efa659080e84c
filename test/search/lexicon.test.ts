import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemWords } from '#src/search/analysis.ts'
import { GROUPS_FILE, LEXICON_FILE, LexiconError, LIGHT_WEIGHT, loadLexicon } from '#src/search/lexicon.ts'

const lexicon = loadLexicon(readFileSync(LEXICON_FILE, 'utf8'), readFileSync(GROUPS_FILE, 'utf8'), stemWords)
const phrases = (of: string) => lexicon.alternatives(of).map((alternative) => alternative.phrase)
const expanded = (question: string) =>
  lexicon.expand(stemWords(question)).map(({ from, to }) => {
    const words = stemWords(question).slice(from, to)
    return question.slice(words[0]?.start, words.at(-1)?.end)
  })

const small = (parts: Partial<Record<'shared' | 'apart', string>> = {}): string => `
shared: ${parts.shared ?? '{}'}
apart: ${parts.apart ?? '[]'}
grammar: of the
light: tell
light_phrases: []
`
const problems = (yaml: string, ...groups: readonly string[]): readonly string[] => {
  try {
    loadLexicon(yaml, groups.join('\n'), stemWords)
    return []
  } catch (error) {
    if (error instanceof LexiconError) return error.problems
    throw error
  }
}

describe('what stands for what', () => {
  it('joins the words of the field and of both spellings', () => {
    expect(phrases('riots')).toEqual(expect.arrayContaining(['crowd control', 'public assembly']))
    expect(phrases('jails')).toContain('corrections')
    expect(phrases('trafficking in human beings')).toContain('human trafficking')
    expect(phrases('neighbourhood policing')).toContain('community policing')
    expect(phrases('built')).toContain('renovate')
  })

  it('counts the narrower word more than the broader', () => {
    const [heroin] = lexicon.alternatives('narcotics').filter((alternative) => alternative.phrase === 'heroin')
    const [drug] = lexicon.alternatives('heroin').filter((alternative) => alternative.phrase === 'drug')
    expect(heroin?.relation).toBe('narrower')
    expect(drug?.relation).toBe('broader')
    expect(heroin?.weight).toBeGreaterThan(drug?.weight ?? 1)
    expect(phrases('heroin')).not.toContain('cocaine')
  })

  it('takes the longest phrase, so that human trafficking is no smuggling', () => {
    expect(expanded('Was human trafficking a problem for judges?')).toEqual(['human trafficking', 'problem', 'judges'])
    expect(phrases('human trafficking')).not.toContain('smuggling')
  })

  it('offers no phrase that holds the very words asked for', () => {
    expect(phrases('police')).not.toContain('police dog')
    expect(phrases('prison')).not.toContain('prison guard')
  })

  it('finds in any question only places inside it, in order, none within another', () => {
    const words = [
      'police',
      'law',
      'enforcement',
      'human',
      'trafficking',
      'in',
      'persons',
      'prison',
      'of',
      '—',
      'guard',
      '9',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (parts) => {
        const asked = stemWords(parts.join(' '))
        let from = -1
        let to = 0
        for (const expansion of lexicon.expand(asked)) {
          expect(expansion.from).toBeGreaterThan(from)
          expect(expansion.to).toBeGreaterThan(to)
          expect(expansion.to).toBeLessThanOrEqual(asked.length)
          ;({ from, to } = expansion)
        }
      }),
    )
  })
})

describe('words that carry little', () => {
  const weights = (question: string) => lexicon.weigh(stemWords(question)).map((weight) => weight < 1)

  it('are the ones that say how a question is asked', () => {
    expect(weights('Please tell me about prisons')).toEqual([true, true, true, true, false])
    expect(weights('how much money')).toEqual([true, true, false])
    expect(LIGHT_WEIGHT).toBeGreaterThan(0)
  })

  it('weigh in full inside a phrase of the field', () => {
    expect(weights('information on courts')).toEqual([true, true, false])
    expect(weights('information sharing of courts')).toEqual([false, false, true, false])
    expect(weights('the rule of law')).toEqual([true, false, true, false])
  })
})

describe('a lexicon that contradicts itself', () => {
  it('is refused, with the phrase', () => {
    expect(problems(small(), '= bar, pub', '= bar, lawyers')).toEqual(['"bar" stands in 2 groups'])
    expect(problems(small({ shared: '{ bar: two meanings }' }), '= bar, pub', '= bar, lawyers')).toEqual([])
    expect(problems(small({ shared: '{ bar: two meanings }' }), '= bar, pub')).toEqual(['"bar" is not shared any more'])
    expect(problems(small({ apart: '[[arrested, catch]]' }), 'catch, arrest')).toEqual([
      '"arrested" and "catch" must stay apart',
    ])
    expect(problems(small(), '= programme, programs').length).toBe(1)
    expect(problems('grammar: 3').length).toBeGreaterThan(0)
  })
})
