import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFrontMatter } from '#src/corpus/front-matter.ts'
import { type Added, type AddOptions, addSources, type Failed } from '#src/corpus/import/add.ts'
import { readFacts } from '#src/corpus/import/facts.ts'
import { sourcesOf } from '#src/corpus/import/sources.ts'
import { countries } from './fake-countries.ts'

let root: string
let folder: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'add-'))
  folder = join(root, 'corpus')
})
afterEach(() => rm(root, { recursive: true }))

const PAGES = new URL('./pages', import.meta.url).pathname
const TEXT =
  'Help for the Courts\n\nThe courts of Georgia were given forty computers in 2012, and Georgia paid for the desks.\n'

async function source(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(join(root, 'in'), { recursive: true })
  const path = join(root, 'in', name)
  await writeFile(path, content)
  return path
}

async function add(paths: readonly string[], facts = '', more: Partial<AddOptions> = {}) {
  const read = readFacts('facts.yaml', facts)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { sources, failed } = await sourcesOf(paths)
  const options = { folder, facts: read.facts, countries, today: '2026-11-22', write: true, ...more }
  const results: (Added | Failed)[] = [...failed]
  for await (const result of addSources(sources, options)) results.push(result)
  return results
}

const sheet = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')

async function addPage(name: string) {
  const [result] = await add([join(PAGES, `${name}.txt`)])
  if (!result?.ok) throw new Error(`not added: ${JSON.stringify(result)}`)
  const front = readFrontMatter(result.file, result.text)
  if (!front.ok) throw new Error(`not readable: ${JSON.stringify(front.faults)}`)
  return { ...result, meta: front.meta, body: result.text.slice(front.bodyStart) }
}

describe('a page of each family', () => {
  test('with breadcrumbs, a place between bureau and date, and a footer', async () => {
    const { meta, body, furniture } = await addPage('breadcrumbs-2004')
    expect(meta).toMatchObject({
      title: 'Georgia: Help for the Patrol Police',
      publisher: 'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
      date: '2004-03-04',
      notBefore: null,
      countries: ['GE'],
    })
    expect(furniture.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'skip link'],
      [2, 'banner'],
      [3, 'banner'],
      [5, 'breadcrumbs'],
      [7, 'sharing links'],
      [32, 'link of the page'],
      [34, 'footer'],
      [35, 'link disclaimer'],
      [36, 'footer links'],
    ])
    expect(body).toContain(
      'Fact Sheet\nBureau of International Narcotics and Law Enforcement Affairs\nWashington, DC\nMarch 4, 2004\n',
    )
    expect(body).toContain('## Program Goals\n\n- train patrol officers (see \\[1]) in first response;\n- equip')
    expect(body).toContain('\n\n\\* FSA is the Freedom Support Act.\n')
    expect(body).toContain('Released on March 5, 2004')
  })

  test('with a banner in capitals, money first, footnotes, and lists in lists', async () => {
    const { meta, body } = await addPage('program-2011')
    expect(meta).toMatchObject({ title: 'State/INL Mexico Program', countries: ['MX'], notBefore: '2010-05' })
    expect(body).toContain('# State/INL Mexico Program\n\n## Funding:\n\nFY 2009: $10.0 million (INCLE)\\[1]\nFY 2010:')
    expect(body).toContain('- Since 2008, over 1,900 prosecutors in Mexico were trained.\n  - Of these, 300')
  })

  test('of myths and facts', async () => {
    const { meta, body } = await addPage('myths-2008')
    expect(meta).toMatchObject({ title: 'Myths and Facts about Spraying of Coca', date: '2008-06', countries: [] })
    expect(body).toContain('\nMyth: Nobody checks.\n')
    expect(body).toContain('shops; 1) it is weaker, and 2) it is sprayed once.')
  })

  test('with a government banner, run-in headings and a paragraph printed twice', async () => {
    const { meta, body, furniture } = await addPage('summary-2018')
    expect(meta).toMatchObject({
      title: 'Haiti: Challenges, Goals, Accomplishments',
      publisher: 'U.S. Department of State, Bureau of International Narcotics and Law Enforcement Affairs',
      notBefore: '2017-03',
      countries: ['HT'],
    })
    expect(furniture.map(({ line }) => line)).toEqual([1, 2, 4, 16, 17, 18, 19, 20, 21, 22, 23])
    expect(body.match(/^Accomplishments:/gm)).toHaveLength(2)
  })

  test('with a navigation list of all states, and captions printed twice', async () => {
    const { meta, body, furniture } = await addPage('partner-navigation')
    expect(meta).toMatchObject({ countries: ['TJ'], date: null, notBefore: '2012-05-03' })
    expect(furniture.filter(({ reason }) => reason === 'navigation list')).toHaveLength(62)
    expect(body.match(/An officer of the border police/g)).toHaveLength(2)
    expect(body).toContain('# Programme Office in Dushanbe\n\n## Police reform\n')
    expect(body).toContain('posts:\n\nKarakul\nIshkashim\nPanji Poyon\n')
  })

  test('about a region, with numbers of its own', async () => {
    const { meta, body } = await addPage('regional')
    expect(meta).toMatchObject({ title: 'West Africa Regional Security Initiative', countries: [] })
    expect(body).toContain('1\\. It trains investigators: in 2014 there were 210.\n\n2\\. It lends')
    expect(body).toContain('\nPolice cadets at a parade in Bamako \\[State Department photo]\n')
  })
})

test('a plain text that has front matter keeps it, and its words are no Markdown', async () => {
  const front = '---\ntitle: "Courts: a note"\ndate: 2010\ncountries: [GE]\n---\n'
  await add([await source('a.txt', `${front}\n${TEXT}FSA* and [1]\r\n`)])
  expect(await sheet('a.md')).toBe(
    `---\ntitle: "Courts: a note"\ndate: 2010\ncountries: [GE]\nretrieved: 2026-11-22\n---\n\n# ${TEXT.trim()}\nFSA\\* and \\[1]\n`,
  )
  const [result] = await add([await source('b.txt', `---\nlayout: post\n---\n\n${TEXT}`)])
  expect(result?.ok && result.text).toContain('layout: post')
})

describe('the address', () => {
  const page = (head: string) => `<html><head>${head}</head><body><h1>Help</h1><p>${TEXT}</p></body></html>`
  test.each<[string, string | undefined]>([
    ['<link rel="canonical" href="https://example.org/j/1.htm">', 'https://example.org/j/1.htm'],
    ['<meta property="og:url" content="https://example.org/?id=1">', 'https://example.org/?id=1'],
    ['<link rel="canonical" href="https://example.org/">', undefined],
    ['<link rel="canonical" href="/j/1.htm">', undefined],
    ['<link rel="canonical" href="javascript:alert(1)">', undefined],
  ])('is the one that a saved page gives as its own: %s', async (head, url) => {
    const [result] = await add([await source('a.html', page(head))])
    expect(result?.ok && result.front.url).toBe(url)
  })
  test('is the one that a browser saved it from', async () => {
    const saved = `<!-- saved from url=(0027)http://example.org/j/2.htm -->\n${page('<title>x</title>')}`
    const [result] = await add([await source('a.html', saved)])
    expect(result?.ok && result.front.url).toBe('http://example.org/j/2.htm')
  })
  test('is the facts file’s first', async () => {
    const path = await source('a.html', page('<link rel="canonical" href="https://example.org/j/1.htm">'))
    const [result] = await add([path], 'a.html:\n  url: https://example.org/other\n')
    expect(result?.ok && result.front.url).toBe('https://example.org/other')
  })
})

describe('furniture below the text', () => {
  const TEXTS = 'Courts\n\nThe courts of Georgia were given forty computers.\n\n'
  test.each([
    [
      'a site name and titles of other pages',
      'U.S. Department of State\n\nThe Freedom of 1989: What It Brought',
      [5, 7],
    ],
    ['tags', 'Share\n\nTags\nGeorgia\nCourts', [5, 7, 8, 9]],
    ['links in one line', 'Privacy | FOIA | Contact Us', [5]],
    ['the note of a copy for telephones', '[This is a mobile copy of Courts]', [5]],
    ['tags below a short last line', 'See note 2.\n\nTags\nBureau of Courts   Georgia', [7, 8]],
    ['a copyright line', '© 2012 Ministry', [5]],
    [
      'a note on formats',
      'Note: documents in Portable Document Format (PDF) require Adobe Acrobat Reader 5.0 or higher to view.',
      [5],
    ],
  ])('%s', async (_name, tail, lines) => {
    const [result] = await add([await source('a.txt', TEXTS + tail)])
    expect(result?.ok && result.furniture.map((one) => one.line)).toEqual(lines)
  })
  test.each([
    ['whom the text is from', 'U.S. Department of State\nBureau of Courts\nMay 3, 2012'],
    ['a site name alone', 'U.S. Department of State'],
    [
      'a heading in the middle of the text',
      'Resources\n\nThe courts have two printers and a van for all of their files.',
    ],
    [
      'a list that a colon announces',
      'They work in these towns of the north and of the east of the country:\n\nAlpha\nBeta\nGamma\nDelta\nEpsilon\nZeta\nEta\nTheta\nIota\nKappa\nLambda\nMy',
    ],
    ['copyright as a matter', 'Copyright law and its courts were the matter of one course in May.'],
    ['money', 'FY07: $2 million (FSA)\nFY08: $3 million (FSA)'],
  ])('is not %s', async (_name, tail) => {
    const [result] = await add([await source('a.txt', TEXTS + tail)])
    expect(result).toMatchObject({ ok: true, furniture: [] })
  })
})

describe('a navigation list', () => {
  const NAMES = 'Azerbaijan Georgia Haiti Mali Mexico Russia Senegal Tajikistan Togo'.split(' ')
  const PROSE = 'The Office works with the police of Georgia in all towns of the country, and pays.'
  test.each([
    ['line by line', '\n'],
    ['with empty lines', '\n\n'],
  ])('leaves the title and heading below it alone, printed %s', async (_name, gap) => {
    const nav = ['Home', 'Where we are', ...NAMES].join(gap)
    await add([await source('a.txt', `${nav}\n\nOffice in Togo\n\nPolice\n\n${PROSE}\n`)])
    expect((await sheet('a.md')).split('---\n')[2]).toBe(`\n# Office in Togo\n\n## Police\n\n${PROSE}\n`)
  })
  test('does not make the sheet be about its countries', async () => {
    await add([
      await source(
        'a.txt',
        `Courts\n\n${PROSE} It is in Georgia.\n\nParticipating States\n${NAMES.join('\n')}\nMali\nMali\nMali\n`,
      ),
    ])
    expect(await sheet('a.md')).toContain('countries: [GE]')
  })
})

test('an item goes on in a line that begins with a year, and ends before a figure line', async () => {
  const text =
    'Help for the Police\n\n• Patrols: the cars of the north have been on the road of Georgia since the summer of\n2008, and cost $2,000 each.\n• Posts: four posts on the road from the north of Georgia to the sea were built in\nFY 2006-07. Each post has a radio.\nFY 2006-07: $2 million (FSA)\n'
  await add([await source('a.txt', text)])
  expect((await sheet('a.md')).split('# Help for the Police\n\n')[1]).toBe(
    '- Patrols: the cars of the north have been on the road of Georgia since the summer of\n  2008, and cost $2,000 each.\n- Posts: four posts on the road from the north of Georgia to the sea were built in\n  FY 2006-07. Each post has a radio.\n\nFY 2006-07: $2 million (FSA)\n',
  )
})

describe('headings', () => {
  test('are found where no empty lines part the text', async () => {
    const long =
      'The courts of Georgia were given forty computers, and the ministry of the country paid for the desks on which they stand today.'
    await add([
      await source(
        'a.txt',
        `Fact Sheet\nMay 3, 2011\nCourt Goals in Georgia\n${long}\nPolice Programs\n•Radios: ${long}\n•Cars: ${long}\nFunding\nFY07: $2 million (FSA)`,
      ),
    ])
    const body = (await sheet('a.md')).split('---\n')[2]
    expect(body).toBe(
      `\nFact Sheet\nMay 3, 2011\n\n# Court Goals in Georgia\n\n${long}\n\n## Police Programs\n\n- Radios: ${long}\n- Cars: ${long}\n\n## Funding\n\nFY07: $2 million (FSA)\n`,
    )
  })
  test.each([
    ['broken lines', 'The courts of Georgia and the police\nwork together in twelve towns of the north.'],
    ['a last line', 'The courts of Georgia work in twelve towns.\n\nNot Finished'],
    ['a run of short lines', 'Alpha\n\nBeta\n\nGamma\n\nDelta\n\nThe courts of Georgia work in twelve towns.'],
  ])('are not made of %s', async (_name, text) => {
    await add([await source('a.txt', text)])
    expect((await sheet('a.md')).match(/^#+ .*/gm) ?? []).toEqual(_name === 'a run of short lines' ? ['# Delta'] : [])
  })
})

describe('a title', () => {
  const head = 'Fact Sheet\nBureau of Police Affairs\nJanuary 20, 2009'
  const prose = 'The courts of Azerbaijan were given forty computers, and Azerbaijan paid for the desks.'
  test.each([
    [
      'as printed above the head',
      `Help for Courts\n\n${head}\n\n${prose}`,
      'title: Help for Courts',
      '# Help for Courts',
    ],
    [
      'as printed below the head',
      `${head}\n\nHelp for Courts\n\n${prose}`,
      'title: Help for Courts',
      '# Help for Courts',
    ],
    [
      'of the first part, when none is printed',
      `${head}\n\nU.S. Court Programs\n\n${prose}`,
      'title: "Azerbaijan: U.S. Court Programs"',
      '## U.S. Court Programs',
    ],
    [
      'of the run-in headings, when there is no heading',
      `Challenges: ${prose}\n\nGoals: ${prose}`,
      'title: "Azerbaijan: Challenges, Goals"',
      '\nChallenges: The',
    ],
    ['of the first words, when there is nothing else', prose, `title: ${prose}`, `\n${prose}`],
  ])('is %s', async (_name, text, title, body) => {
    await add([await source('a.txt', text)])
    expect(await sheet('a.md')).toContain(`${title}\n`)
    expect(await sheet('a.md')).toContain(`\n${body}`)
  })
  test.each([
    [
      'that the page prints without a country is said to be a heading',
      `${head}\n\nU.S. Court Programs\n\n${prose}`,
      'the page prints no title of its own, only the heading “U.S. Court Programs”; called “Azerbaijan: U.S. Court Programs”',
    ],
    [
      'that the page does not print is said to be ours',
      `Challenges: ${prose}`,
      'no title is printed; called “Azerbaijan: Challenges”',
    ],
  ])('%s', async (_name, text, warning) => {
    const [result] = await add([await source('a.txt', text)])
    expect(result?.ok && result.warnings).toContain(warning)
  })
})

describe('facts', () => {
  const FACTS =
    'courts.txt:\n  publisher: "Ministry: Justice"\n  url: https://example.org/a\n  date: 2013-05\n  note: seen twice\n  countries: [NO]\n'

  test('go into the front matter in its order; what neither says is left out', async () => {
    await add([await source('courts.txt', TEXT)], FACTS)
    expect(await sheet('courts.md')).toBe(
      '---\ntitle: Help for the Courts\npublisher: "Ministry: Justice"\nurl: https://example.org/a\ndate: 2013-05\ncountries: [NO]\nretrieved: 2026-11-22\n---\n\n# Help for the Courts\n\nThe courts of Georgia were given forty computers in 2012, and Georgia paid for the desks.\n',
    )
  })

  test.each([
    ['an unknown key', 'a.txt:\n  url: http://x.org\n  titel: x', 3, 'titel', /expected one of .*title.*note/],
    ['a wrong date', 'a.txt:\n  date: yesterday', 2, 'date', /expected 2009/],
    ['both dates', 'a.txt:\n  date: 2009\n  not_before: 2008', 3, 'not_before', /only one/],
    ['a file without facts', 'a.txt: x', 1, 'a.txt', /expected the facts/],
  ])('are refused with %s', (_name, yaml, line, key, message) => {
    const read = readFacts('facts.yaml', yaml)
    expect(read).toMatchObject({
      ok: false,
      faults: [{ file: 'facts.yaml', line, key, message: expect.stringMatching(message) }],
    })
  })

  test('that contradict the printed date are warned of', async () => {
    const [result] = await add(
      [await source('a.txt', `Fact Sheet\nMay 3, 2011\n\n${TEXT}`)],
      'a.txt:\n  date: 2012-01-01',
    )
    expect(result).toMatchObject({
      ok: true,
      warnings: expect.arrayContaining([expect.stringMatching(/prints the date 2011-05-03.*2012-01-01/)]),
    })
  })
})

describe('dates', () => {
  test.each([
    ['January 20, 2009', '2009-01-20'],
    ['20 January 2009', '2009-01-20'],
    ['1/20/2009', '2009-01-20'],
    ['20/1/2009', '2009-01-20'],
    ['2009-01-20', '2009-01-20'],
    ['March 2011', '2011-03'],
    ['2012', '2012'],
    ['Washington, DC, Sept. 3, 2004', '2004-09-03'],
    ['Date: Tuesday, January 20th, 2009', '2009-01-20'],
    ['Bureau of Police Affairs, May 2, 2010', '2010-05-02'],
  ])('%s in the head of a text', async (line, date) => {
    await add([await source('a.txt', `Fact Sheet\n${line}\n\n${TEXT}`)])
    expect(await sheet('a.md')).toContain(`\ndate: ${date}\n`)
  })

  test.each([
    [
      'a caption',
      'A judge at work in Tbilisi, 3 May 2011. (Bureau/Ann Doe)\n\nThe courts of Georgia were given computers.',
      'not_before: 2011-05-03',
    ],
    [
      'below the text',
      'The courts of Georgia were given computers, and desks for them too.\n\nMay 3, 2011',
      'not_before: 2011-05-03',
    ],
    [
      'a plan',
      'In 2009 the courts of Georgia were given computers. They will be replaced in 2031, or by June 2014.',
      'not_before: 2009\n',
    ],
    [
      'fiscal years',
      'The FY2012 budget of the courts of Georgia holds money for computers and for their desks.',
      'countries',
    ],
  ])('%s is no printed date', async (_name, text, front) => {
    await add([await source('a.txt', text)])
    const written = await sheet('a.md')
    expect(written).toContain(front)
    expect(written).not.toMatch(/^date:/m)
  })
})

describe('a page of 2005', () => {
  test('with dashes for a list, and an office of its own', async () => {
    const page = `Fact Sheet\nOffice to Help the Courts\nMay 3, 2005\n\nHelp for Georgia\n\n${TEXT.split('\n')[2]}\n\n-- Courts: 40 rooms were built.\n-- Police: 12 , 500 radios cost $ 91 million.\n`
    await add([await source('a.txt', page)])
    const written = await sheet('a.md')
    expect(written).toContain('publisher: Office to Help the Courts\n')
    expect(written).toContain('\n- Courts: 40 rooms were built.\n- Police: 12 , 500 radios cost $ 91 million.\n')
  })
  test('is called by its title, not by the banner that says the same in capitals', async () => {
    await add([
      await source('a.txt', `STATE/INL GEORGIA PROGRAM\n\nState/INL Georgia Program\n\n${TEXT.split('\n')[2]}\n`),
    ])
    expect(await sheet('a.md')).toMatch(
      /^---\ntitle: State\/INL Georgia Program\n[\s\S]*# STATE\/INL GEORGIA PROGRAM\n/,
    )
  })
})

describe('the corpus folder', () => {
  test('is the same after adding the same texts again, titles and days kept', async () => {
    const path = await source('courts.txt', TEXT)
    await add([path], 'courts.txt:\n  title: Our own title')
    const before = await sheet('courts.md')
    const [again] = await add([path], '', { today: '2027-01-01' })
    expect(again).toMatchObject({ ok: true, change: 'unchanged' })
    expect(await sheet('courts.md')).toBe(before)
  })

  test('takes a new wording of the same text, and says so', async () => {
    const path = await source('courts.txt', TEXT)
    await add([path])
    await source('courts.txt', TEXT.replace('forty', 'fifty'))
    const [again] = await add([path], '', { today: '2027-01-01' })
    expect(again).toMatchObject({
      change: 'changed',
      warnings: expect.arrayContaining([expect.stringMatching(/earlier wording/)]),
    })
    expect(await sheet('courts.md')).toMatch(/retrieved: 2027-01-01[\s\S]*fifty/)
  })

  test('never loses a sheet to another text of the same name', async () => {
    await add([await source('courts.txt', TEXT)])
    const other = 'Something Else\n\nPrisons in Mali hold four times as many people as they were built to hold.\n'
    const [result] = await add([await source('Courts.TXT', other)])
    expect(result).toMatchObject({
      file: 'courts-2.md',
      warnings: expect.arrayContaining([expect.stringMatching(/courts\.md holds another text/)]),
    })
    expect(await sheet('courts.md')).toContain('forty computers')
    const [again] = await add([await source('Courts.TXT', other)])
    expect(again).toMatchObject({ file: 'courts-2.md', change: 'unchanged' })
  })

  test('is left alone where a sheet of that name cannot be read', async () => {
    await mkdir(folder)
    await writeFile(join(folder, 'courts.md'), 'My notes')
    const [result] = await add([await source('courts.txt', TEXT)])
    expect(result).toMatchObject({ ok: false, message: expect.stringMatching(/courts\.md/) })
    expect(await sheet('courts.md')).toBe('My notes')
  })

  test('is left alone without the word to write', async () => {
    const [result] = await add([await source('courts.txt', TEXT)], '', { write: false })
    expect(result).toMatchObject({ ok: true, change: 'new' })
    await expect(readdir(folder)).rejects.toThrow()
  })

  test('holds no half-written or left-over files', async () => {
    await add([await source('a.txt', TEXT), await source('b.txt', `${TEXT}More.`)])
    expect((await readdir(folder)).sort()).toEqual(['a.md', 'b.md'])
  })

  test.each([
    ["Côte d'Ivoire (2011).txt", 'cote-d-ivoire-2011.md'],
    ['..%2f..%2fetc passwd.txt', '2f-2fetc-passwd.md'],
    ['CON.txt', 'sheet-con.md'],
    [`${'long-'.repeat(40)}.txt`, `${'long-'.repeat(12).slice(0, -1)}.md`],
    ['.hidden.txt', 'hidden.md'],
  ])('names the sheet of %s', async (name, file) => {
    expect(await add([await source(name, TEXT)])).toMatchObject([{ ok: true, file }])
  })

  test('gives names in other scripts stable ids of their own', async () => {
    const results = await add([
      await source('Грузия.txt', TEXT),
      await source('საქართველო.txt', 'Another text about Mali.'),
    ])
    const files = results.map((result) => (result.ok ? result.file : ''))
    expect(new Set(files).size).toBe(2)
    for (const file of files) expect(file).toMatch(/^sheet-[0-9a-f]{8}\.md$/)
  })
})

describe('input', () => {
  const utf16 = (text: string, big: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
    return big ? bytes.swap16() : bytes
  }
  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16', utf16(TEXT, false)],
    ['UTF-16, the other way round', utf16(TEXT, true)],
    ['Windows line ends', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ['no line end at its end', Buffer.from(TEXT.trimEnd())],
    ['page breaks', Buffer.from(TEXT.replace('\n\n', '\n\f\n'))],
    ['UTF-16 that nothing marks', utf16(TEXT, false).subarray(2)],
    ['UTF-16 that nothing marks, the other way round', utf16(TEXT, true).subarray(2)],
  ])('with %s gives the same sheet', async (_name, bytes) => {
    await add([await source('plain.txt', TEXT)])
    const plain = await sheet('plain.md')
    await add([await source('other.txt', bytes)])
    expect(await sheet('other.md')).toBe(plain)
  })

  test('in Windows-1252 is read as that, with a warning', async () => {
    const bytes = Buffer.concat([Buffer.from(TEXT), Buffer.from([0x93, 0x43, 0xf4, 0x74, 0x65, 0x94])])
    expect(await add([await source('a.txt', bytes)])).toMatchObject([
      { warnings: expect.arrayContaining([expect.stringMatching(/Windows-1252/)]) },
    ])
    expect(await sheet('a.md')).toContain('“Côte”')
  })

  test.each([
    ['empty', '', /empty/],
    ['blank', ' \n\t\n', /empty/],
    ['5 MB', 'word '.repeat(1_000_000), /MB, expected at most 2 MB/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /./],
    [
      'Cyrillic in one byte a letter',
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]),
      /UTF-8/,
    ],
    ['with a null byte', 'The courts\0 of Georgia', /control characters/],
    ['furniture alone', 'printable banner\n\nDiplomacy in Action\n', /nothing but page furniture/],
  ])('that is %s is refused, and the others are added', async (_name, content, message) => {
    const results = await add([await source('bad.txt', content), await source('good.txt', TEXT)])
    expect(results).toMatchObject([
      { ok: false, message: expect.stringMatching(message), cure: expect.stringMatching(/\w/) },
      { ok: true, file: 'good.md' },
    ])
    expect(await readdir(folder)).toEqual(['good.md'])
  })

  test('that is not there is told', async () => {
    expect(await add([join(root, 'missing.txt')])).toMatchObject([
      { ok: false, message: expect.stringMatching(/no such file/) },
    ])
  })
})
