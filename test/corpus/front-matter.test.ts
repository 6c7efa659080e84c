import { describe, expect, test } from 'vitest'
import { readFrontMatter } from '#src/corpus/front-matter.ts'

const read = (yaml: string) => readFrontMatter('sheet.md', `---\n${yaml}\n---\nBody.\n`)

function faults(yaml: string) {
  const result = read(yaml)
  if (result.ok) throw new Error(`read, though it should not: ${JSON.stringify(result.meta)}`)
  return result.faults
}

describe('the front matter of a fact sheet', () => {
  test('reads every key', () => {
    const text = `---\ntitle: "Azerbaijan: goals"\npublisher: INL\nurl: http://m.state.gov/md113053.htm\ndate: 2009-01-20\ncountries: [AZ, XK]\nretrieved: 2026-11-22\nreplaces: az-2008\n---\nBody.\n`
    const result = readFrontMatter('a.md', text)
    if (!result.ok) throw new Error('not read')
    expect(text.slice(result.bodyStart)).toBe('Body.\n')
    expect(result.meta).toEqual({
      title: 'Azerbaijan: goals',
      publisher: 'INL',
      url: 'http://m.state.gov/md113053.htm',
      date: '2009-01-20',
      notBefore: null,
      countries: ['AZ', 'XK'],
      retrieved: '2026-11-22',
      replaces: 'az-2008',
    })
  })

  test.each([
    ['Norway', 'title: x\ncountries: [NO]', { countries: ['NO'] }],
    ['a title that other YAML would read as true', 'title: yes', { title: 'yes' }],
    ['a bare year', 'title: x\nnot_before: 2010', { notBefore: '2010' }],
    ['a month', 'title: x\ndate: 2011-03', { date: '2011-03' }],
    ['a quoted day', 'title: x\ndate: "2012-02-29"', { date: '2012-02-29' }],
    ['a list over several lines', 'title: x\ncountries:\n  - AZ\n  - GE', { countries: ['AZ', 'GE'] }],
    ['no countries', 'title: x', { countries: [], date: null, publisher: null }],
  ])('keeps %s', (_name, yaml, meta) => {
    expect(read(yaml)).toMatchObject({ ok: true, meta })
  })

  test('reads Windows line ends', () => {
    const text = '---\r\ntitle: x\r\ndate: 2009\r\n---\r\nBody.'
    const result = readFrontMatter('a.md', text)
    expect(result).toMatchObject({ ok: true, meta: { title: 'x', date: '2009' } })
    expect(result.ok && text.slice(result.bodyStart)).toBe('Body.')
  })

  test.each([
    ['an unknown key', 'title: x\ncountry: AZ', 3, 'country', /expected one of title, publisher/],
    ['__proto__', 'title: x\n__proto__: y', 3, '__proto__', /unknown key/],
    ['no title', 'date: 2009', 1, 'title', /missing/],
    ['an empty title', 'title: ""', 2, 'title', /empty/],
    ['a number for a title', 'title: 2009', 2, 'title', /no text/],
    ['a title over two lines', 'title: "a\\nb"', 2, 'title', /one line/],
    ['a day that is not in the calendar', 'title: x\ndate: 2009-02-30', 3, 'date', /`2009-02-30` is no date/],
    ['a date in words', 'title: x\ndate: January 20, 2009', 3, 'date', /expected 2009, 2009-01 or 2009-01-20/],
    ['an unknown country', 'title: x\ncountries: [AZ, XX]', 3, 'countries', /`XX` is no country code/],
    ['a small-letter code', 'title: x\ncountries: [az]', 3, 'countries', /`az`/],
    ['a three-letter code', 'title: x\ncountries: [AZE]', 3, 'countries', /`AZE`/],
    ['a country outside a list', 'title: x\ncountries: AZ', 3, 'countries', /no list/],
    ['a country twice', 'title: x\ncountries: [AZ, AZ]', 3, 'countries', /twice/],
    ['date together with not_before', 'title: x\ndate: 2009\nnot_before: 2008', 4, 'not_before', /one of the two/],
    ['a script for an address', 'title: x\nurl: javascript:alert(1)', 3, 'url', /expected http/],
    ['an address without a host', 'title: x\nurl: https://', 3, 'url', /expected http/],
    ['an empty value', 'title: x\npublisher:', 3, 'publisher', /an empty value/],
    ['a mapping', 'title: x\npublisher:\n  name: y', 3, 'publisher', /a mapping/],
    ['a path for an id', 'title: x\nreplaces: ../etc/passwd', 3, 'replaces', /no id/],
  ])('refuses %s', (_name, yaml, line, key, message) => {
    const all = faults(yaml)
    expect(all).toEqual([
      expect.objectContaining({ file: 'sheet.md', line, key, message: expect.stringMatching(message) }),
    ])
    expect(all[0]?.cure).toMatch(/\w.*\.$/)
  })

  test.each([
    ['a key twice', 'title: x\ntitle: y', 3, /unique/],
    ['a colon without quotes', 'title: Azerbaijan: goals', 2, /YAML/],
    ['tabs for indents', 'title: x\ncountries:\n\t- AZ', 4, /[Tt]abs/],
    ['an alias', 'title: &a x\npublisher: *a', 2, /anchor/],
    ['a tag', 'title: !!js/function x', 2, /./],
    ['a list', '- title', 2, /mapping/],
    ['thousands of open brackets', `title: ${'['.repeat(50_000)}`, 2, /./],
    ['too much of it', `title: ${'x'.repeat(300_000)}`, 2, /at most/],
  ])('refuses %s', (_name, yaml, line, message) => {
    const all = faults(yaml)
    expect(all[0]).toMatchObject({ file: 'sheet.md', line, message: expect.stringMatching(message) })
  })

  test('an alias bomb costs nothing', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `k${i}: &a${i} [${`*a${i - 1},`.repeat(i === 0 ? 0 : 9)}]`)
    expect(faults(levels.join('\n')).length).toBeGreaterThan(0)
  })

  test('says all faults at once', () => {
    expect(
      faults('titel: x\ndate: soon\ncountries: [XX]')
        .map((fault) => fault.key)
        .sort(),
    ).toEqual(['countries', 'date', 'titel', 'title'])
  })

  test.each([
    ['no front matter', 'Just text.', 1, /expected `---`/],
    ['an empty file', '', 1, /expected `---`/],
    ['front matter never closed', '---\ntitle: x\n', 1, /never closed/],
    ['a byte order mark', '\ufeff---\ntitle: x\n---\n', 1, /byte order mark/],
  ])('refuses a file with %s', (_name, text, line, message) => {
    const result = readFrontMatter('a.md', text)
    expect(result).toMatchObject({
      ok: false,
      faults: [{ file: 'a.md', line, message: expect.stringMatching(message) }],
    })
  })
})
