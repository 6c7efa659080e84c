import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { checkCorpus } from '#src/corpus/check/check.ts'
import type { Finding } from '#src/corpus/check/finding.ts'
import type { Fault } from '#src/corpus/fault.ts'
import type { FactSheet } from '#src/corpus/model.ts'
import { findPlaces } from '#src/corpus/places/index.ts'
import { type Finders, readSheet } from '#src/corpus/read.ts'

const FINDERS = { places: () => [], topics: () => [] }

function check(files: Readonly<Record<string, string>>): readonly Finding[] {
  const sheets: FactSheet[] = []
  const faults: Fault[] = []
  for (const [file, text] of Object.entries(files)) {
    const read = readSheet(file, text, FINDERS)
    if (read.ok) sheets.push(read.sheet)
    else faults.push(...read.faults)
  }
  return checkCorpus(sheets, faults)
}

const QUIET = 'title: A\ndate: 2013-05-01\nretrieved: 2026-11-22'
const sheet = (body: string, front = QUIET) => `---\n${front}\npublisher: P\n---\n# A\n\n${body}\n`
/** What is said of one body, apart from its front matter. */
const said = (body: string) => check({ 'a.md': sheet(body) }).map(({ rule, line, level }) => ({ rule, line, level }))
const rules = (body: string) => said(body).map(({ rule }) => rule)

describe('the corpus in this repository', () => {
  test('is told with its own oddities and without an error', async () => {
    const folder = new URL('../../../corpus/', import.meta.url)
    const names = ['azerbaijan-2009.md', 'azerbaijan-2016.md', 'osce-baku.md', 'rights-and-justice.md', 'tajikistan.md']
    expect(await readdir(folder)).toEqual(expect.arrayContaining(names))
    const files = await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')] as const),
    )
    const findings = check(Object.fromEntries(files))
    const lines = findings.map(({ file, rule }) => `${file} ${rule}`)
    expect(findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(lines).toEqual([
      'azerbaijan-2009.md no-title-printed',
      'azerbaijan-2009.md count-contradicts-list',
      'azerbaijan-2009.md doubled-word',
      'azerbaijan-2009.md funding-years-absent',
      'azerbaijan-2009.md text-cut-off',
      'azerbaijan-2016.md no-title-printed',
      'azerbaijan-2016.md not-before-only',
      'osce-baku.md not-before-only',
      'osce-baku.md printed-twice',
      'osce-baku.md count-contradicts-list',
      'rights-and-justice.md not-before-only',
      'tajikistan.md no-title-printed',
      'tajikistan.md not-before-only',
    ])
    const eleven = findings.find(({ file, rule }) => file === 'osce-baku.md' && rule === 'count-contradicts-list')
    expect(eleven?.message).toMatch(/eleven locations.*10 different ones.*Shabran.*twice/)
  })
})

describe('a finding', () => {
  test('names file, line, rule, level and a cure', () => {
    expect(check({ 'a.md': sheet('The the courts were opened in May.') })).toEqual([
      {
        level: 'warning',
        file: 'a.md',
        line: 9,
        rule: 'doubled-word',
        message: 'a word doubled: “The the”.',
        cure: expect.stringMatching(/\w/),
      },
    ])
  })

  test('counts lines also where Markdown escapes stand before', () => {
    expect(said('\\*\\*\\* one \\[1]\n\nThey help to to pay.')).toEqual([
      { rule: 'doubled-word', line: 11, level: 'warning' },
    ])
  })

  test('of a file that cannot be read is an error, and the others are still checked', () => {
    const findings = check({
      'a.md': '---\ntitle: x\ncountries: [XX]\n---\nText.',
      'b.md': sheet('They help to to pay.'),
    })
    expect(findings.map(({ file, level, line }) => [file, level, line])).toEqual([
      ['a.md', 'error', 3],
      ['b.md', 'warning', 9],
    ])
  })
})

describe('text cut off', () => {
  test.each([
    ['FY08: $2.035 million (FSA'],
    ['They train the police, the courts and the'],
    ['The minister said that “all of them will be'],
  ])('is told of %s', (body) => {
    expect(rules(`The courts were opened.\n\n${body}`)).toEqual(['text-cut-off'])
  })
  test.each([
    ['FY08: $2.035 million (FSA)'],
    ['They train 1) the police; and 2) the courts of the whole country.'],
    ['They pay for desks, for chairs and for lamps (and more.)'],
    ['See the whole report of the bureau at https://example.org/report'],
    ['For More Information'],
  ])('is not told of %s', (body) => {
    expect(rules(`The courts were opened.\n\n${body}`)).toEqual([])
  })
})

describe('text cut off before the sheet ends', () => {
  const rest = '\n\n## Courts\n\nThe courts were opened.'
  test('is told with its line', () => {
    const text = 'The police of the north were given radios, and the courts of the country were then'
    expect(said(`The courts work.\n\n${text}${rest}`)).toEqual([{ rule: 'text-cut-off', level: 'warning', line: 11 }])
  })
  test.each([
    ['The police of the north were given radios, and the courts of the whole country moved to Lima'],
    ['The police of the north were given radios, and the courts then got\n\n- desks and\n- lamps.'],
    ['Radios for the police of the north'],
  ])('is not told of %s', (text) => {
    expect(said(`${text}${rest}`)).toEqual([])
  })
})

describe('funding lines', () => {
  const money = (line: string) => sheet(`## Funding\n\n${line}`, `${QUIET}\ncountries: [AZ]`)
  test('that contradict each other are told where they stand', () => {
    const findings = check({ 'a.md': money('FY07: $2 million (FSA)'), 'b.md': money('FY07: $3 million (FSA)') })
    expect(findings.filter(({ rule }) => rule.startsWith('funding-'))).toEqual([
      expect.objectContaining({ file: 'a.md', line: 12, level: 'warning', message: expect.stringMatching(/b\.md:12/) }),
    ])
  })
  test('of a text that a newer one replaces are left out', () => {
    const newer = money('FY07: $3 million (FSA)').replace('retrieved', 'replaces: a\nretrieved')
    const findings = check({ 'a.md': money('FY07: $2 million (FSA)'), 'b.md': newer })
    expect(findings.filter(({ rule }) => rule.startsWith('funding-'))).toEqual([])
  })
})

describe('what nobody has said', () => {
  const of = (front: string, body = 'The courts were opened.', places: Finders['places'] = () => []) => {
    const read = readSheet('a.md', `---\n${front}\ndate: 2013\n---\n\n# A\n\n${body}\n`, { places, topics: () => [] })
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    return checkCorpus([read.sheet], []).map(({ level, rule, line }) => `${line} ${level} ${rule}`)
  }
  test('is an error where a citation would lack its publisher or its title', () => {
    expect(of('title: A')).toEqual(['2 error no-publisher'])
    expect(of('title: a\npublisher: P')).toEqual(['2 error no-title'])
  })
  test('is doubted where a text names one or two countries and is said to be about none', () => {
    const about = (body: string, countries: string) =>
      of(`title: A\npublisher: P\ncountries: [${countries}]`, body, (text) => findPlaces(text))
    const two = 'The courts of Mali were opened. Judges came from Chad and the United States.'
    expect(about(two, '')).toEqual(['4 warning no-countries'])
    expect(about(two, 'ML')).toEqual([])
    expect(about(`${two} They went on to Togo.`, '')).toEqual([])
    expect(about('The courts were opened.', '')).toEqual([])
  })
})

describe('a count and its list', () => {
  test.each([
    ['They work in three cities: Ganja and Guba.'],
    ['They work in two cities of the north: Ganja, Guba, Shirvan and Tartar.'],
    ['They work in four cities: Ganja, Guba, Ganja and Tartar.'],
    ['There are 3 goals: 1) to train police; and 2) to build courts.'],
    ['Five agencies (the police, the customs, and the courts) take part.'],
    ['The three goals of the program are:\n\n- to train police\n- to build courts.'],
    ['They work with four partners, namely the police, the courts, and the prisons.'],
  ])('contradict one another: %s', (body) => {
    expect(said(body)).toMatchObject([{ rule: 'count-contradicts-list', level: 'warning', line: 9 }])
  })
  test('are a note where the list need not be whole', () => {
    expect(said('It has six key areas, including: courts, police, and prisons.')).toMatchObject([
      { rule: 'count-contradicts-list', level: 'note' },
    ])
  })
  test.each([
    ['They work in three cities: Ganja, Guba and Tartar.'],
    ['They work in two areas: law and order, and courts.'],
    ['There are three goals: 1) to train police, judges and clerks; 2) to build; and 3) to pay.'],
    ['In two years: courts, police, prisons.'],
    ['Of 41 boxes 7 of them held other things (radios, lamps, boots).'],
    ['The police have 14 posts. They are: old, small and cold.'],
    ['They helped six countries and three cities: Ganja, Guba and Tartar.'],
    ['The two goals of the program are:\n\n- to train police\n- to build courts.'],
    ['It has six key areas, including courts and police.'],
    ['It costs $3 million: courts, police.'],
  ])('agree: %s', (body) => {
    expect(rules(body)).toEqual([])
  })
})

describe('a word doubled', () => {
  test.each([['They deter, deter and investigate crime.'], ['The police of the of the north.'], ['INL INL pays.']])(
    'is told: %s',
    (body) => {
      expect(rules(body)).toEqual(['doubled-word'])
    },
  )
  test.each([
    ['All that they had had was known, and that that was so was clear.'],
    ['They came from Pago Pago.'],
    ['It is very, very old.'],
    ['It does crime prevention, prevention of violence, and more.'],
    ['They have 10 10 times.'],
    ['It ended. Ended are the trials too.'],
  ])('is not told: %s', (body) => {
    expect(rules(body)).toEqual([])
  })
})

describe('dates', () => {
  const of = (front: string, body = 'The courts were opened.') =>
    check({ 'a.md': sheet(body, `title: A\n${front}`) }).map(({ rule, line }) => `${rule}:${line}`)
  test.each([
    ['none', 'retrieved: 2026-11-22', undefined, ['no-date:2']],
    ['not_before only', 'not_before: 2012', undefined, ['not-before-only:3']],
    ['the printed one left out', 'not_before: 2012', 'May 3, 2013\n\nThe courts were opened.', ['date-left-out:3']],
    ['another than printed', 'date: 2012', 'May 3, 2013\n\nThe courts were opened.', ['date-differs:3']],
    ['less exact than printed', 'date: 2013', 'May 3, 2013\n\nThe courts were opened.', []],
    [
      'not_before too early',
      'not_before: 2012',
      'The courts of the north were opened in 2014.',
      ['not-before-early:3', 'not-before-only:3'],
    ],
    ['later than the day of retrieval', 'date: 2013\nretrieved: 2012-05-01', undefined, ['date-after-retrieved:3']],
  ])('%s', (_name, front, body, expected) => {
    expect(of(front, body)).toEqual(expected)
  })
})

describe('a sheet', () => {
  test('with furniture left in', () => {
    expect(said('The courts were opened.\n\nBack to top\n\nThe prisons were closed.')).toEqual([
      { rule: 'furniture-left-in', level: 'warning', line: 11 },
    ])
  })
  test('with a paragraph printed twice', () => {
    const text = 'The courts of the whole country were opened again in spring.'
    expect(said(`${text}\n\nIn between.\n\n${text}`)).toEqual([{ rule: 'printed-twice', level: 'warning', line: 13 }])
  })
  test('with two meanings of one abbreviation', () => {
    const body = 'The Defense Intelligence Agency (DIA) helps.\n\nThe Drug Interdiction Academy (DIA) helps too.'
    expect(said(body)).toEqual([{ rule: 'acronym-with-two-meanings', level: 'warning', line: 11 }])
    expect(rules('The Resident Legal Advisor (RLA) helps.\n\nResident Legal Advisors (RLA) help.')).toEqual([])
  })
})

describe('several sheets', () => {
  const TEXT =
    'The courts of the whole country were opened again in the spring of that year.\n\nThe police were given radios and cars for all of their stations in the north.'
  const front = (more: string) => `${QUIET}\n${more}`
  const of = (files: Record<string, string>) => check(files).map(({ file, rule, level }) => `${file} ${level} ${rule}`)

  test('at one address', () => {
    const [a, b] = ['url: https://www.example.org/page/', 'url: http://example.org/page']
    expect(of({ 'a.md': sheet('One.', front(a)), 'b.md': sheet('Two.', front(b)) })).toEqual([
      'b.md warning same-address',
    ])
    expect(of({ 'a.md': sheet('One.', front(a)), 'b.md': sheet('Two.', front(`${b}\nreplaces: a`)) })).toEqual([])
  })
  test('with the same text', () => {
    expect(of({ 'a.md': sheet(TEXT), 'b.md': sheet(TEXT) })).toEqual([
      'a.md note passage-on-several-sheets',
      'a.md note passage-on-several-sheets',
      'b.md warning duplicate',
    ])
  })
  test('that share their text with several, each told once', () => {
    const text = `# Courts\n\n${TEXT}\n\nThey work.`
    const files = { 'a.md': sheet(text), 'b.md': sheet(text), 'c.md': sheet(text) }
    expect(check(files).filter(({ level }) => level === 'warning')).toMatchObject([
      { file: 'b.md', rule: 'duplicate', message: 'shares 100 % of its text with a.md.' },
      { file: 'c.md', rule: 'duplicate', message: 'shares 100 % of its text with a.md, b.md.' },
    ])
  })
  test('with nearly the same text', () => {
    const other = `${TEXT}\n\nPrisons were not a part of it, and nothing is known of them.`
    expect(of({ 'a.md': sheet(TEXT.replace('radios', 'lamps')), 'b.md': sheet(`${TEXT}\n\nPrisons.`) })).not.toContain(
      'b.md warning duplicate',
    )
    expect(of({ 'a.md': sheet(`${TEXT} They thanked.`), 'b.md': sheet(other) })).toContain(
      'b.md warning near-duplicate',
    )
  })
  test('that replace what is not there, or each other', () => {
    expect(of({ 'a.md': sheet('One.', front('replaces: c')) })).toEqual(['a.md note unknown-replaces'])
    expect(of({ 'a.md': sheet('One.', front('replaces: b')), 'b.md': sheet('Two.', front('replaces: a')) })).toEqual([
      'a.md error circular-replaces',
      'b.md error circular-replaces',
    ])
  })
})
