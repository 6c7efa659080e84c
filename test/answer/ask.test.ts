import { beforeAll, describe, expect, it } from 'vitest'
import { ask } from '#src/answer/ask.ts'
import { funding } from '#src/answer/funding.ts'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { corpusOf, sheetOf } from '#test/support/corpus.ts'
import { openSmall, said } from './sheets.ts'

let library: Library
beforeAll(async () => {
  library = await openSmall()
})

describe('the sentence that answers stands first', () => {
  it.each([
    ['How many customs officers were taught to search containers in Vietnam?', '240 customs officers'],
    ['vietnam maritime academy opened when', 'It opened in 2008'],
    ['How long does the container course in Vietnam last?', 'lasts five weeks'],
    ['Who leads the court project in Hanoi?', 'Nguyen Thi HOA'],
    ['Why did cargo theft rise in Vietnam?', 'because the port police'],
    ['How often do judges meet the advisor?', 'twice a month'],
    ['Which three provinces does the Wildlife Desk work in?', 'Kon Tum, Lam Dong and Quang Nam'],
    ['Which countries share a handbook?', 'Laos and Cambodia'],
    ['How many posts did Kenya build?', '16 posts'],
    ['prison libraries in myanmar', 'Myanmar asked for advice'],
  ])('%s', async (question, part) => {
    expect(await said(question, library)).toContain(part)
  })

  it('whatever words the person has for it', async () => {
    expect(await said('drug lab vietnam', library)).toContain('spectrometers')
    expect(await said('Which Vietnamese jurists see the mentor?', library)).toContain('Judges meet the advisor')
  })

  it('in everyday words for what the field says', async () => {
    expect(await said('Did the port cops of Vietnam lose a vessel?', library)).toContain('boat')
    expect(await said('Which goods theft climbed in Vietnam?', library)).toContain('Cargo theft rose')
  })

  it('in general English, which no list of the field can hold', async () => {
    expect(await said('How many schoolrooms did the academy in Vietnam open with?', library)).toContain(
      'six classrooms',
    )
    expect(await said('vietnam seashore kilometers', library)).toContain('3,200 kilometers of coast')
  })

  it('with a slip of the keyboard', async () => {
    expect(await said('vietnam refrigirated contaners', library)).toContain('refrigerated containers')
    expect(await said('veitnam rhino horn', library)).toContain('rhino horn')
  })

  it('and what an abbreviation stands for is told where a sheet explains it, in a footnote too', async () => {
    expect(await said('RLA', library)).toContain('Resident Legal Advisor (RLA)')
    expect(await said('What does WAP stand for?', library)).toContain('Wildlife Action Plan')
  })

  it('and the day of a sheet is the line that prints it', async () => {
    expect(await said('When was the Vietnam fact sheet published?', library)).toContain('March 9, 2012')
    expect(await said('When was the sheet on border training in many places issued?', library)).toBe(
      'related: not-supported',
    )
  })
})

describe('what the sheets do not say is refused', () => {
  it.each(['coats vietnam', 'vietnam ranters'])('an English word is no slip for another one: %s', async (question) => {
    expect(await said(question, library)).toBe('none: topic-not-covered')
  })

  it.each([
    ['a country that no sheet is about', 'police training in Norway', 'none: country-not-covered'],
    ['a number that is not there', 'How many judges has the advisor trained in Vietnam?', 'related'],
    ['a fact of another country', 'How many posts did Bolivia build?', 'none|related'],
    ['a date that is not there', 'When were the spectrometers bought in Vietnam?', 'related'],
    ['a deed that is not there', 'How many customs officers failed in Vietnam?', 'related'],
    ['a name that is not there', 'What did the Hague Tribunal give to the drug laboratory in Vietnam?', 'related|none'],
    ['names where only their number is told', 'Which four provinces had rhino horn seizures?', 'related|none'],
    ['another year', 'rhino horn seized in Vietnam in 2019', 'related'],
    ['a cause that is not told', 'Why did Kenya build posts along its coast?', 'related|none'],
    ['a word of a few that stands nowhere', 'rhino horn auctions in Vietnam', 'related|none'],
    ['who does what is only said to exist', 'Who chairs the Wildlife Desk in Vietnam?', 'related|none'],
    ['which one of those told apart by name', 'Which bank paid for the spectrometers in Vietnam?', 'related|none'],
    ['what somebody is called', 'What is the port police boat in Vietnam called?', 'related|none'],
    [
      'a number that counts another thing',
      'How many rhinos did rangers find in four Vietnamese provinces?',
      'related|none',
    ],
    ['what will be', 'Will Vietnam ever buy a patrol boat?', 'related|none'],
    ['which of two has more', 'Does Kenya have more posts than Bolivia?', 'related|none'],
    ['a comparison', 'Is the Maritime Academy better than the regional school?', 'related|none'],
    ['a myth that the sheet denies', 'border guards need no training in law', 'related|none|answered'],
  ])('%s: %s', async (_, question, expected) => {
    const { outcome, reason } = await ask(question, library)
    expect(`${outcome}: ${reason}`).toMatch(new RegExp(`^(?:${expected})`))
  })

  it('and a myth is never the answer', async () => {
    expect(await said('Do border guards need training in law?', library)).not.toContain('Myth')
  })

  it('and what was looked for is told where nothing comes near it', async () => {
    const { outcome, notes } = await ask('Who won the cricket championship?', library)
    expect(outcome).toBe('none')
    expect(notes).toEqual([{ kind: 'nothing-found', about: 'won cricket championship' }])
  })

  it('and where the country has the topic but not the fact, what is told of the topic comes nearest', async () => {
    const { outcome, excerpts } = await ask('How many wildlife rangers were promoted in Vietnam?', library)
    expect(outcome).toBe('related')
    expect(excerpts[0]?.passage.reading.text).toContain('Wildlife Desk')
  })

  it('and small talk is no question', async () => {
    for (const input of ['thanks a lot!', 'hello there', 'write me a poem about judges', 'can you help me?'])
      expect(await said(input, library)).toBe('none: not-understood')
  })

  it('and the refusal names the words that are missing', async () => {
    const { notes } = await ask('What did the Hague Tribunal give to the drug laboratory in Vietnam?', library)
    expect(notes.flatMap((note) => (note.kind === 'not-supported' ? note.missing : [])).join(' ')).toMatch(/Hague/)
  })
})

describe('a country in a question', () => {
  it('is what the answer is about, not a word in it', async () => {
    expect(await said('Which provinces of Vietnam does the Wildlife Desk work in?', library)).toContain('Kon Tum')
  })

  it('may be named by its capital', async () => {
    expect(await said('court project Hanoi', library)).toContain('in Hanoi')
  })

  it('and another that the same sentence names are found together', async () => {
    expect(await said('instructors from Japan at the academy in Vietnam', library)).toContain('Singapore and Japan')
  })
})

describe('what a question leaves open', () => {
  it('is read as a person means it: a country and a year ask for what was then', async () => {
    expect(await said('vietnam 2011', library)).toContain('rhino horn in four provinces in 2011')
    expect(await said('vietnam in 2009', library)).toContain('since 2009')
  })

  it('and a question without a word to look for is refused with its own words, never with none', async () => {
    const answer = await ask('vietnam 1987', library)
    expect(answer.outcome).toBe('none')
    const about = answer.notes.flatMap((note) =>
      note.kind === 'topic-not-covered' ? note.topics : note.kind === 'nothing-found' ? [note.about] : [],
    )
    expect(about).toEqual(['vietnam 1987'])
  })

  it('and the publisher may be asked for itself', async () => {
    const named = await openCorpus(
      corpusOf({
        'fiji.md': sheetOf(
          { countries: '[FJ]' },
          'The Bureau of International Narcotics and Law Enforcement Affairs (INL) trains the police.',
        ),
      }),
    )
    expect(await said('What is INL?', named)).toContain('(INL)')
    for (const chat of ['What can you do?', 'hola', '¡Buenos días!', 'Muchas gracias'])
      expect((await ask(chat, named)).notes).toEqual([{ kind: 'not-understood' }])
  })

  it('and an abbreviation that no sheet explains is not said to be explained', async () => {
    const unexplained = await openCorpus(
      corpusOf({ 'fiji.md': sheetOf({ countries: '[FJ]' }, 'FY 2010: $3 million (PSF)\n\nThe police of Fiji drill.') }),
    )
    expect(await said('What does PSF mean?', unexplained)).toBe('related: not-supported')
    expect(await said('how much money was given in 2010', unexplained)).toContain('$3 million')
    expect(await said('how much money was given in 2009', unexplained)).toBe('none: not-understood')
    expect(funding({ countries: [], years: [], account: 'INCLE' }, unexplained)).toMatchObject({
      outcome: 'none',
      reason: 'figure-not-stated',
    })
  })
})
