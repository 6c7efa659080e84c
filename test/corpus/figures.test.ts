import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Figure, readFigures } from '#src/corpus/figures/read.ts'
import { plainSheet } from './plain-sheet.ts'

/** `value unit`, then what else is known, each only where there is any. */
function told({ value, unit, qualifier, since, asOf }: Figure): string {
  const more = [qualifier && `(${qualifier})`, since && `since ${since}`, asOf && `as of ${asOf}`]
  return [value, unit, ...more.filter(Boolean)].join(' ')
}

const SENTENCES: readonly [string, ...string[]][] = [
  ['INL has trained 120 prosecutors and 45 judges in 2012.', '120 prosecutors', '45 judges'],
  ['More than 3,000 border guards attended courses since 2011.', '3000 border guards (more than) since 2011'],
  ['Since 2009, the program has equipped 18 forensic laboratories.', '18 forensic laboratories since 2009'],
  ['Since FY 2006, INL has built nine courts, and it has staffed six.', '9 courts since FY 2006'],
  [
    'The bureau has worked with courts since 2007, and has opened 21 Legal Aid Centers in three provinces.',
    '21 Legal Aid Centers',
    '3 provinces',
  ],
  ['The academy graduated twenty-three trainers and two hundred cadets.', '23 trainers', '200 cadets'],
  ['A dozen instructors and half a dozen advisors stayed.', '12 instructors', '6 advisors'],
  ['Three hundred and fifty officers took part.', '350 officers'],
  ['As of June 2014, 56 percent of the officers were women.', '56 percent of the officers as of June 2014'],
  ['As of March 3, 2015, over 700 inmates were held there.', '700 inmates (over) as of March 3, 2015'],
  ['The caseload fell by 35%.', '35 percent'],
  ['It set up 27 Village Mediation Group (VMGs) and 12 Youth Clubs.', '27 Village Mediation Group', '12 Youth Clubs'],
  ['There are six International Training Institutes (ITIs) around the world.', '6 International Training Institutes'],
  ['It trained over 900 Ruritanian personnel of the national police.', '900 Ruritanian personnel (over)'],
  ['INL seized 2.5 tons of cocaine and 300 kilograms of heroin.', '2.5 tons of cocaine', '300 kilograms of heroin'],
  ['INL donated 14 vehicles, 32 computers and 6 boats.', '14 vehicles', '32 computers', '6 boats'],
  ['At least 500 police officers serve in five provinces.', '500 police officers (at least)', '5 provinces'],
  ['INL provided $1.2 million and 40 radios.', '40 radios'],
  ['The program reached nearly 1.5 million people.', '1500000 people (nearly)'],
  ['A 20-bed clinic was opened.', '20 bed'],
  ['The court sentenced him to over 12 years.', '12 years (over)'],
  ['Between 20 and 30 officers took part.', '20 officers', '30 officers'],
  ['The mission held 8-10 seminars.', '8 seminars', '10 seminars'],
  ['Some 2,000 victims of trafficking received help.', '2000 victims of trafficking (some)'],
  ['The prison in Ruritania holds 2000 inmates.', '2000 inmates'],
  ['Over 50 U.S. state departments of corrections joined.', '50 U.S. state departments of corrections (over)'],
  [
    'The unit investigated 75 human trafficking cases, with 30 convictions.',
    '75 human trafficking cases',
    '30 convictions',
  ],
  ['The project runs in fourteen districts: North, South and others.', '14 districts'],
  ['In 2013, fewer than 10 cases were tried.', '10 cases (fewer than)'],
  ['The code has 5 chapters and Chapter 3 covers evidence.', '5 chapters'],
  ['INL trained 400 police in 2010 and 600 in 2011.', '400 police', '600 police'],
  [
    'It built 3 police stations and renovated four regional training centers.',
    '3 police stations',
    '4 regional training centers',
  ],
  ['Approximately seventy-five women police officers graduated.', '75 women police officers (approximately)'],
  ['Up to 100 students can be hosted.', '100 students (up to)'],
  ['The academy has 50+ instructors.', '50 instructors (+)'],
  ['The second phase has 3 components.', '3 components'],
  ['The force has 12,500 sworn officers.', '12500 sworn officers'],
  ['Five additional smuggling cases are being tried.', '5 additional smuggling cases'],
  ['It has about 80 formal and informal agreements with courts.', '80 formal and informal agreements (about)'],
  ['Two other units and almost 40 vehicles were sent.', '2 other units', '40 vehicles (almost)'],
  [
    'Of nearly 900 candidates, 240 passed and 15 resigned.',
    '900 candidates (nearly)',
    '240 candidates',
    '15 candidates',
  ],
  [
    'It lent four UH-1H helicopters and two Department of Justice advisors.',
    '4 UH-1H helicopters',
    '2 Department of Justice advisors',
  ],
  [
    'Three psychologists prepare witnesses; nine Access to Justice centers opened.',
    '3 psychologists',
    '9 Access to Justice centers',
  ],
  [
    'Eight agents, two prosecutors, and others closed 64 war crimes trials since 2005.',
    '8 agents',
    '2 prosecutors',
    '64 war crimes trials since 2005',
  ],
  ['Two of nine jails failed.', '2 jails', '9 jails'],
  [
    'It took 6,200 calls in its first two years, and 94 of them led to an inquiry.',
    '6200 calls',
    '2 years',
    '94 calls',
  ],
  ['The rate was 82 per 100,000 inhabitants in 2010.', '82 per 100,000 inhabitants'],
  // What is no figure.
  ['The program was established in 2004 and reviewed on April 1, 2016.'],
  ['The October 2008 elections and the 21st century were mentioned.'],
  ['The goals are: 1) better courts; 2) better police; and 3) peace.'],
  ['Article 14 of the Code and Section 5 of the law were amended.'],
  ['UN Security Council Resolution 1325 was adopted on 31 October 2000.'],
  ['Call 1-800-555-1234 or visit 2201 C Street NW, Room 5, by 5 p.m.'],
  ['See page 12, Table 3 and No. 7.'],
  ['One of the goals is reform, and one must be patient with the other one.'],
  ['COVID-19 and the G8 were discussed at 10:30 on 4/15/2010.'],
  ['Two-thirds of judges agreed; the first and second did not.'],
  ['The FY08-09 program and the FY 2010 budget of $3 million help.'],
  ['INL contributed $750,000 and €20,000 to the fund.'],
]

test.each(SENTENCES)('%s', (sentence, ...expected) => {
  const sheet = plainSheet(`The program is described here.\n\n${sentence}`)
  const figures = readFigures(sheet)
  expect(figures.map(told)).toEqual(expected)
  for (const figure of figures) {
    expect(sheet.text.slice(figure.span.start, figure.span.end)).toBe(figure.printed)
    expect([figure.passage, figure.sentence]).toEqual([1, 0])
  }
})

test('a figure is for the countries that its sentence speaks of', () => {
  const sheet = plainSheet('It trained 12 judges in Ruritania. It sent 9 boats to Gondal.', {
    countries: [],
    names: { Ruritania: 'AA', Gondal: 'BB' },
  })
  expect(readFigures(sheet).map(({ value, places, sentence }) => [value, places, sentence])).toEqual([
    [12, ['AA'], 0],
    [9, ['BB'], 1],
  ])
})

test('whatever a sheet says, its figures stand where they are said to stand', () => {
  const piece = fc.oneof(
    fc.constantFrom('12', '1,500', '2007', 'five', 'hundred', 'one', '-', '/', ' ', ' ', '.', ',', '%', '(', ')', '$'),
    fc.constantFrom(
      'since 2005',
      'As of May 2011',
      'officers',
      'of',
      'and',
      'U.S.',
      'police',
      'Article',
      'May',
      'over',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const sheet = plainSheet(pieces.join(''))
      for (const { span, printed, value, unit } of readFigures(sheet)) {
        expect(sheet.text.slice(span.start, span.end)).toBe(printed)
        expect(Number.isFinite(value) && unit !== '').toBe(true)
        if (/^[\d,]+$/.test(printed)) expect(String(value)).toBe(printed.replaceAll(',', ''))
      }
    }),
    { numRuns: 500 },
  )
})
