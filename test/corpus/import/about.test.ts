/** What a page as a whole is about, and what of it is the page's own, with the real finder of countries. */
import { describe, expect, test } from 'vitest'
import { convert, proposalOf } from '#src/corpus/import/convert.ts'
import { countryName, findPlaces } from '#src/corpus/places/index.ts'

const countries = { find: (text: string) => findPlaces(text), name: countryName }

function converted(text: string) {
  const body = convert(text, countries)
  if (!body.ok) throw new Error(body.message)
  return { ...body, ...proposalOf(body, countries, '2026-11-22', null) }
}
const about = (text: string) => converted(text).front.countries
const removed = (text: string) => converted(text).furniture.map(({ line }) => line)

const HEAD = 'Fact Sheet\nBureau of Police Affairs\nMay 3, 2009\n\nProgram Objectives\n\n'
const REST =
  'The police were given 200 radios, and the courts of the capital six rooms in which to keep their files.\n\n' +
  'Most of the cadets of the new school have passed the test; a second class will begin in the autumn.\n'

describe('a sheet is about', () => {
  test.each([
    [
      'the country that only its opening names',
      'Nepal has asked for help with its courts, and Indian judges have come to teach.',
      ['NP'],
    ],
    [
      'the country of an abbreviation that goes on after the opening',
      'The Government of the Kyrgyz Republic (GOKR) fights Afghan heroin on its way to Russian towns.',
      ['KG'],
    ],
  ])('%s', (_name, opening, codes) => {
    expect(about(`${HEAD}${opening}\n\n${REST}`)).toEqual(codes)
  })

  test('the countries that its headings go through one by one', () => {
    const parts = ['Mali', 'Chad: Courts', 'Burkina Faso'].map((name) => `${name}\n${REST.split('\n')[0] ?? ''}\n`)
    expect(about(`Justice in the Sahel\n\n${REST}\n${parts.join('\n')}`)).toEqual(['ML', 'TD', 'BF'])
  })

  test('the country under which the site files it', () => {
    expect(about(`Home > Bureau of Police Affairs > Where We Work > Peru\n\nGoals\n\n${REST}`)).toEqual(['PE'])
  })

  test.each([
    ['names two in its opening', `${HEAD}From Peru to Nepal, police are trained in the same way.\n\n${REST}`],
    [
      'names one in its opening and many after it',
      `${HEAD}In Peru, 40 judges learned in 2012 how to run a court.\n\n${REST}\nIn Nepal, Mali, Chad, Togo and Fiji too, judges were taught. Nepal and Mali paid for it.\n`,
    ],
    ['names none', `${HEAD}${REST}`],
  ])('none where it %s', (_name, text) => {
    expect(about(text)).toEqual([])
  })
})

describe('a title', () => {
  test('is not the name over the site’s navigation, which is who published it', () => {
    const nav = ['Home', 'About us', 'Topics', 'Resources', 'Field Offices', 'Brazil', 'Kenya', 'Nigeria', 'Senegal']
    const { front, markdown } = converted(
      `World Office on Drugs and Crime\n\n${nav.join('\n')}\nPress Releases\n\nWODC Office in Kinshasa\n\n${REST}`,
    )
    expect(front).toMatchObject({
      title: 'WODC Office in Kinshasa',
      publisher: 'World Office on Drugs and Crime',
      countries: ['CD'],
    })
    expect(markdown).toMatch(/^World Office on Drugs and Crime\n\n# WODC Office in Kinshasa\n/)
  })
  test('is not a heading that names a part of any text', () => {
    expect(converted(`Goals\n\nNepal has asked for help with its courts, and Nepal pays.\n\n${REST}`).front.title).toBe(
      'Nepal: Goals',
    )
  })
})

describe('a heading', () => {
  test('is a short line over its paragraph where no empty line stands', () => {
    const { markdown } = converted(
      `Justice in the Region\n\n${REST}\nNiger\nThe police got forty radios and a new school in 2012.\nMali\nThe courts got forty radios and a new school in 2013.\nThey are in use.\n`,
    )
    expect(markdown.match(/^## .*/gm)).toEqual(['## Niger', '## Mali'])
  })
  test('is the word Background too', () => {
    expect(converted(`Help for the Courts\n\nBackground\n\n${REST}`).markdown).toContain('\n## Background\n')
  })
})

describe('furniture', () => {
  const TEXT = `Help for the Courts\n\n${REST}`
  const after = TEXT.split('\n').length
  test.each([
    ['a bar of links', 'Updates  |  Frequent Questions  |  Contact Us  |  Subject Index', [0]],
    ['tags in a line', 'Tags: Police, Courts', [0]],
    ['tags below their label', 'Tags\nBureau of Police Affairs   Crime   Sahel\nArchives', [0, 1, 2]],
    ['links below their label', 'Related Links\n -- Rule of Law\n -- Regional Programs', [0, 1, 2]],
    ['an inspector’s link', 'Office of the Inspector General\nWhite House', [0, 1]],
  ])('is %s', (_name, tail, lines) => {
    expect(removed(`${TEXT}\n${tail}\n`)).toEqual(lines.map((line) => after + 1 + line))
  })
  test('is a trail printed one below the other', () => {
    expect(removed(`Home\nBureaus and Offices\nBureau of Police Affairs\nWork by Region\n\n${TEXT}`)).toEqual([
      1, 2, 3, 4,
    ])
  })
  test('is not the title at the end of such a trail', () => {
    expect(converted(`Home\nBureaus\nHelp for the Courts\n\n${REST}`).front.title).toBe('Help for the Courts')
  })
  test('is a site’s name above its links', () => {
    expect(removed(`U.S. Department of State\nSkip to Main Content\n\n${TEXT}`)).toEqual([1, 2])
  })
  test.each([
    ['a list of the text', 'The courts work in:\n\n- Dori\n- Djibo'],
    ['links among sentences', 'Related Links\n\nThe courts have a page of their own, which is kept by the ministry.'],
    ['money under a label', 'Tags\nFY07: $2 million (FSA)'],
  ])('is not %s', (_name, tail) => {
    expect(removed(`${TEXT}\n${tail}\n`)).toEqual([])
  })
})
