/** Numbers that stand for what was named before them, lists, shares, two questions in one breath, and amounts as a way to a year. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Library } from '#src/answer/library.ts'
import { openCorpus } from '#src/answer/open.ts'
import { corpusOf, sheetOf } from '#test/support/corpus.ts'
import { said } from './sheets.ts'

const BODY = `Funding

FY 2006: $1.5 million (INCLE)
FY 2007: $3.25 million (INCLE)

# Programs

Harbors: Harbor liaison desks bring police and customs to one table. There are nine in the country, most of them in the south. Officers there follow a computer course in Lingala, which 410 of them have finished.

Goals: The main goals are to: 1) shorten pretrial detention; 2) protect witnesses; and 3) open the courts to the public. INL works with wardens in 14 countries that assist one another so that cells are safe, clean, light and dry. Progress has been slow in the areas of witness protection and interpreting.

Review: The ministry completed a review of its procurement, in which Norway and Ghana acted as reviewers. A task force named RAFT, for Riverine Anti-Fraud Team, was set up in 2009. Three bureaus wrote the guide to inspecting ferries in Boma, 12 March 2009. A survey found that 64 percent of passengers felt safe on the ferries.

Yard: The Harbor Guard (GPM) runs a yard in Matadi. The forensic dock at Boma opened in March 2008. A Customs Search Desk (CSD), with police, customs and health officers from two shores, meets daily. Four CSDs have been opened since 2007: Matadi, Boma, Banana and Moanda. A jetty was repaired for the women's boat club. The work cost $640,000 and was finished in 2009.

Custody: Prisoners may call home from a box in each cell block, and two prisons have a library. A handbook for wardens was printed in 6,500 copies. INL advisors taught wardens first aid and mediation. The course was designed to prepare wardens for night duty. The library program hopes to win a prize in Dakar.

Borders: It is the only state of the region that touches both Angola and Zambia.`

let library: Library
beforeAll(async () => {
  const meta = { title: '"Congo: Harbors"', date: '2010-02-03', countries: '[CD]' }
  library = await openCorpus(corpusOf({ 'congo.md': sheetOf(meta, BODY) }))
})

describe('an answer is found', () => {
  it.each([
    [
      'where a number stands for what the sentence before names',
      'How many harbor liaison desks does the DRC have?',
      'There are nine',
    ],
    ['where a number counts “of them”', 'How many officers finished the computer course in the DRC?', '410 of them'],
    ['in a numbered list', 'List the three main goals in the DRC', '3) open the courts'],
    [
      'in the longest list of names',
      'Which two countries were reviewers of the procurement in the DRC?',
      'Norway and Ghana',
    ],
    ['where “where” asks in which field', 'Where has progress been slow in the DRC?', 'areas of witness protection'],
    [
      'by the first of two questions',
      'How many harbor liaison desks are there in the DRC and where are they?',
      'There are nine',
    ],
    ['under any plural', 'How many bureaus wrote the ferry guide?', 'Three bureaus'],
    [
      'by an amount that asks for its year',
      'in which year did the DRC get 3.25 million dollars',
      'FY 2007: $3.25 million',
    ],
    [
      'about countries that are only named, where all of them are',
      'Which state touches both Angola and Zambia?',
      'only state',
    ],
    [
      'as the list, not as the sentence that lists something else',
      'list the four Customs Search Desks in the DRC',
      'Matadi, Boma, Banana and Moanda',
    ],
    ['as an amount that the next sentence gives', 'DRC jetty women boat club repair cost', '$640,000'],
    ['as what an abbreviation of another language stands beside', 'GPM drc', 'Harbor Guard (GPM)'],
    ['where an abbreviation is to be spelled out', 'spell out CSD please', 'Customs Search Desk (CSD)'],
    [
      'where the counted thing stands before “of”',
      'How many copies of the warden handbook were printed in the DRC?',
      '6,500 copies',
    ],
    [
      'of the publisher’s people, whatever they are called',
      'What do American advisors teach wardens in the DRC?',
      'first aid and mediation',
    ],
    [
      'in what a thing is for, where “why” asks',
      'Why was the course given to wardens in the DRC?',
      'designed to prepare wardens',
    ],
    ['as what an abbreviation is short for', 'RAFT acronym', 'RAFT, for Riverine Anti-Fraud Team'],
    ['as a definition asked for', 'define RAFT', 'RAFT, for Riverine Anti-Fraud Team'],
  ])('%s', async (_, question, part) => {
    expect(await said(question, library)).toContain(part)
  })
})

describe('an answer is refused', () => {
  it.each([
    [
      'where something else is listed after the number',
      'list of the 14 countries whose wardens INL works with',
      'related|none',
    ],
    [
      'where so many are asked for and only counted',
      'list of the 410 officers of the DRC who finished the computer course',
      'related',
    ],
    ['where the share is of others', 'what percentage of the passengers on DRC ferries are women', 'related'],
    [
      'where another opened, and this one is still to',
      'When will the forensic lab dock at Banana in the DRC open?',
      'related',
    ],
    [
      'where a town is asked for and a body named',
      'In which town of the DRC do the Customs Search Desks meet daily?',
      'related',
    ],
    ['where pay is asked for and none printed', 'What does a warden in the DRC earn a month?', 'related|none'],
    ['where prisons are counted and prisoners asked for', 'How many prisoners in the DRC have a call box?', 'related'],
    ['where somebody else did something alike', 'who is going to win the world cup', 'related|none'],
    ['where nothing says when it will be', 'When will the harbor liaison desks of the DRC close?', 'related'],
    ['where an address is asked for and a date is printed', 'ferry guide Boma address', 'related'],
    ['where a year has no such amount', 'in which year did the DRC get 4.75 million dollars', 'related'],
    ['about a country that is only named', 'How many harbor desks are there in Angola?', 'none'],
    ['where somebody is asked for by office', "Who is the DRC's minister of harbors?", 'related'],
  ])('%s', async (_, question, outcome) => {
    expect(await said(question, library)).toMatch(new RegExp(`^(?:${outcome}): `))
  })

  it('and an amount with a comma is no year', async () => {
    expect(await said('was it 410 or 2,000 officers who finished the computer course in the DRC?', library)).toContain(
      '410 of them',
    )
  })
})
