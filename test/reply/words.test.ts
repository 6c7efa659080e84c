/** The catalogues of the interface: the same things said in each language, within Discord's limits, and no quote touched. */
import { describe, expect, test } from 'vitest'
import { commands } from '#commands/index.ts'
import { inAllLanguages } from '#src/reply/words/declarations.ts'
import { english } from '#src/reply/words/en.ts'
import { spanish } from '#src/reply/words/es.ts'
import { SPANISH_COMMANDS } from '#src/reply/words/es-commands.ts'
import { wordsFor } from '#src/reply/words/index.ts'
import { DOSSIER_LIMIT } from '#src/store/store.ts'

interface Option {
  readonly name: string
  readonly description: string
  readonly options?: readonly Option[]
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
}

const keysOf = (path: string, { options = [] }: { readonly options?: readonly Option[] }): readonly string[] =>
  options.flatMap((option) => {
    const key = option.name === 'private' ? 'private' : `${path}.${option.name}`
    return [key, ...keysOf(key, option)]
  })

const declared = commands.map(({ declaration }) => declaration as Option)
const KEYS = new Set(declared.flatMap((one) => [one.name, ...keysOf(one.name, one)]))

test('every command and option is described in Spanish, and nothing else is', () => {
  // Names of formats are the same in every language; other choices may be named.
  const described = Object.keys(SPANISH_COMMANDS).filter((key) => !key.includes('='))
  expect(described.sort()).toEqual([...KEYS].sort())
  for (const text of Object.values(SPANISH_COMMANDS)) {
    expect(text.trim()).not.toBe('')
    expect(text.length).toBeLessThanOrEqual(100)
  }
  for (const { declaration } of commands)
    expect(inAllLanguages(declaration).description_localizations).toMatchObject({
      'es-ES': SPANISH_COMMANDS[declaration.name],
      'es-419': SPANISH_COMMANDS[declaration.name],
    })
})

describe('what is said', () => {
  test('is another thing in Spanish, for every label that holds words', () => {
    // What a label is filled with: a date does for a text, and a text is as good as a number here.
    const said = (entry: unknown): string =>
      typeof entry === 'function' ? String(entry('2009-01-20', '3')) : String(entry)
    const labels = new Map<string, unknown>(Object.entries(spanish.label))
    const same = Object.entries(english.label).filter(
      ([key, label]) => said(labels.get(key)) === said(label) || said(labels.get(key)).trim() === '',
    )
    expect(same).toEqual([])
    expect(Object.keys(spanish.label).sort()).toEqual(Object.keys(english.label).sort())
    expect(Object.keys(spanish.settings).sort()).toEqual(Object.keys(english.settings).sort())
  })

  test('names the limit that a dossier has', () => {
    for (const { store } of [english, spanish]) expect(store['dossier-full']).toContain(` ${DOSSIER_LIMIT} `)
  })

  test('follows the locale; English where there is no catalogue', () => {
    expect([wordsFor('es-ES'), wordsFor('es-419')]).toEqual([spanish, spanish])
    expect([wordsFor('en-US'), wordsFor('ru'), wordsFor(undefined)]).toEqual([english, english, english])
    expect(spanish.country('TJ')).toBe('Tayikistán')
    expect(spanish.date('2009-01-20', null)).toMatch(/^20 de enero de 2009 \(hace \d+ años\)$/)
  })
})
