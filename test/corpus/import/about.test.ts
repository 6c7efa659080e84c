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

  test('countries that share a heading too', () => {
    const parts = ['Jamaica', 'Dominica and Saint Lucia', 'Dominican Republic'].map(
      (name) => `${name}\n${REST.split('\n')[0] ?? ''}\n`,
    )
    const text = `Safety in the Caribbean\n\n(SIC)\n\n${REST}\n${parts.join('\n')}\nNext Steps\n${REST}`
    expect(about(text)).toEqual(['JM', 'DM', 'LC', 'DO'])
  })

  test('the country that only the lines over the text name', () => {
    expect(about(`Police Office in Peru\n\nSurvey 2009: Summary Findings\n\n${REST}`)).toEqual(['PE'])
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
  test('is not a bar of links, whatever the site calls its pages', () => {
    const { front, markdown, furniture } = converted(
      `U.S. Department of State\n\nHome  |  Arms & Peace  |  Work & Study  |  Schools\n\nHelp for Peru\n\n${HEAD}${REST}`,
    )
    expect(front.title).toBe('Help for Peru')
    expect(markdown).toMatch(/^# Help for Peru\n/)
    expect(furniture).toMatchObject([
      { line: 1, reason: 'banner' },
      { line: 3, reason: 'links of the page' },
    ])
  })
  test.each([
    'Contact: courts@example.org',
    'Media Contact: Bureau of Courts',
    'For Further Information: 555-0100',
    'Web: https://example.org/courts',
  ])('is not made of the line “%s”', (line) => {
    const { front, markdown } = converted(`Challenges: In Nepal, ${REST}\n\nGoals: ${REST}\n\n${line}\n`)
    expect(front.title).toBe('Nepal: Challenges, Goals')
    expect(markdown).toContain(line)
  })
  test.each([
    ['World Office in Lima', 'World Office in Lima'],
    ['WODC Mission to Peru', 'WODC Mission to Peru'],
  ])('is not the name %s over the site’s navigation, which is no link of it', (name, publisher) => {
    const nav = ['Home', 'Mandate', 'Head of Office', 'Courts', 'Forests', 'Fisheries', 'Ports', 'News', 'Contacts']
    const { front, markdown, furniture } = converted(`${name}\n\n${nav.join('\n')}\n\nCourts\n\n${REST}`)
    expect(front).toMatchObject({ title: 'Courts', publisher })
    expect(markdown).toMatch(new RegExp(`^${name}\n\n# Courts\n`))
    expect(furniture.map(({ line }) => line)).toEqual(nav.map((_link, index) => index + 3))
  })
  test('is not a heading that names a part of any text', () => {
    expect(converted(`Goals\n\nNepal has asked for help with its courts, and Nepal pays.\n\n${REST}`).front.title).toBe(
      'Nepal: Goals',
    )
  })
})

describe('of the text, and no furniture,', () => {
  const PLACES =
    'Albania Armenia Bulgaria Croatia Estonia Georgia Hungary Latvia Moldova Poland Romania Russia Serbia Slovakia Ukraine'
      .split(' ')
      .join('\n')
  test.each([
    ['a list under a heading below the text', `Academy\n\n${REST}\nMember Countries\n\n${PLACES}\n`],
    ['the same inside it', `Academy\n\n${REST}\nMember Countries\n${PLACES}\n${PLACES}\n\nCourses\n\n${REST}`],
    ['a title that names a link too', `Media\n\n${REST}`],
    ['a heading that names a link too', `Help for Peru\n\nEvents\n\nTraining of Judges\n\n${REST}`],
    ['a part at the end', `Help for Peru\n\n${REST}\nResources\n\nReport on Peru of 2012\n`],
    ['a way through the courts', `Help for Peru\n\n${REST}\nCourt > Appeal > Supreme Court\n\n${REST}`],
    ['what is taught', `Help for Peru\n\n${REST}\nJavaScript is taught to 40 officers in Lima.\n`],
  ])('is %s', (_name, text) => {
    expect(removed(text)).toEqual([])
  })
  test('is no list of a site below the text', () => {
    const text = `Academy\n\n${REST}\nParticipating States\n${PLACES}\n`
    expect(removed(text)).toHaveLength(16)
    expect(about(`Office in Peru\n\nIn Peru: ${REST}\n${`${PLACES}\n`.repeat(4)}`)).toEqual(['PE'])
  })
})

describe('a publisher', () => {
  test.each([
    [
      'OSCE Centre in Astana\n\nTrees',
      'Organization for Security and Co-operation in Europe, Centre in Astana',
      'OSCE Centre in Astana: Trees',
    ],
    [
      'State/INL Peru Program',
      'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
      'State/INL Peru Program',
    ],
    [
      'Peru: Trees\nFact Sheet (Revised)\nBureau of Courts\nWashington, D.C. 20520\nMay 2005',
      'Bureau of Courts',
      'Peru: Trees',
    ],
    ['UNODC\n\nTrees of 2009: Findings', 'United Nations Office on Drugs and Crime', 'Trees of 2009: Findings'],
    [
      'OSCE\n\nOrganization for Security and Co-operation in Europe\n\nSearch\n\nOSCE Mission to Moldova\n\nTrees',
      'Organization for Security and Co-operation in Europe, Mission to Moldova',
      'OSCE Mission to Moldova: Trees',
    ],
    [
      'Bureau of International Narcotics and Law Enforcement Affairs\nMay 3, 2009\n\nTrees of 2009: Findings',
      'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
      'Trees of 2009: Findings',
    ],
    ['Bureau of Courts\nMay 3, 2009\n\nTrees of 2009: Findings', 'Bureau of Courts', 'Trees of 2009: Findings'],
    ['Trees against OSCE Rules', undefined, 'Trees against OSCE Rules'],
  ])('is told from %j', (head, publisher, title) => {
    const { front } = converted(`${head}\n\n${REST}`)
    expect(front).toMatchObject({ title })
    expect(front.publisher).toBe(publisher)
  })
  test('is the bureau with which the text begins', () => {
    const text = 'The Bureau of International Narcotics and Law Enforcement Affairs (INL) pays for the courts of Peru.'
    expect(converted(`Trees\n\n${text}\n`).front.publisher).toBe(
      'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
    )
    expect(converted('Trees\n\nThe Bureau of Prisons pays for the courts of Peru.\n').front.publisher).toBeUndefined()
  })
  test('is the organisation that has the copyright', () => {
    expect(converted(`Trees\n\n${REST}\n© OSCE 1995–2014\n`).front.publisher).toBe(
      'Organization for Security and Co-operation in Europe',
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
  test.each([
    ['Courts for the North\nTwo courts were built.', '## Courts for the North\n\nTwo courts were built.'],
    ['Radios\nThey work.\n\nCars\nThere are none.', '## Radios\n\nThey work.\n\n## Cars\n\nThere are none.'],
  ])('stands over a very short sentence too: %j', (text, body) => {
    expect(converted(`Justice in the Region\n\n${REST}\n${text}\n`).markdown).toContain(`\n${body}\n`)
  })
  test.each([
    'The police of the North\nhave two courts.',
    'Two courts were built\nThey are small.',
    'Judge Ana Ruiz\nLima, Peru.',
    'FY07: $2 million (FSA)\nIt was spent.',
  ])('is no line of a broken sentence, and none without capitals: %j', (text) => {
    expect(converted(`Justice in the Region\n\n${REST}\n${text}\n`).markdown).toContain(`\n${text}\n`)
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
    ['a way to other pages', 'Go to another region: Africa | East Asia | Europe | Near East', [0]],
    ['a bar of the site’s parts', 'Courts & Law | Ports & Ships | Schools | Farms', [0]],
    ['sharing after a colon', 'Share this page: Email | Print', [0]],
    ['the next page', 'Last page: Human dimension\nNext page: Ports', [0, 1]],
    [
      'the line that says whose website it is',
      'Published by the U.S. Department of State Website at http://www.state.gov maintained by the Bureau of Public Affairs.',
      [0],
    ],
  ])('is %s', (_name, tail, lines) => {
    expect(removed(`${TEXT}\n${tail}\n`)).toEqual(lines.map((line) => after + 1 + line))
  })
  test('is a way to other pages above the text, and no heading', () => {
    const { furniture, markdown } = converted(
      `Help for the Courts\n\nChoose a region: Africa | Asia | Europe\n\n${REST}`,
    )
    expect(furniture.map(({ line }) => line)).toEqual([3])
    expect(markdown).not.toContain('## ')
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
    ['a row of numbers', 'Courts | 12 | 14 | 20'],
    ['names under a label of the text', 'Partners: Norway | Sweden | Denmark | Finland'],
    ['a title with two halves', 'Courts | Peru'],
  ])('is not %s', (_name, tail) => {
    expect(removed(`${TEXT}\n${tail}\n`)).toEqual([])
  })
})
