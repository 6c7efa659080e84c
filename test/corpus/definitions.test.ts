import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDefinitions } from '#src/corpus/definitions.ts'

const told = (text: string) => findDefinitions(text).map(({ short, long }) => `${short} = ${long}`)

describe('what a text says an abbreviation stands for', () => {
  it.each([
    ['The Resident Legal Advisor (RLA) arrived.', 'RLA = Resident Legal Advisor'],
    ['[2] CARSI: Central America Regional Security Initiative', 'CARSI = Central America Regional Security Initiative'],
    ['*FSA: FREEDOM Support Act', 'FSA = FREEDOM Support Act'],
    ['**SEED: Support for East European Democracy Act', 'SEED = Support for East European Democracy Act'],
    [
      'AEECA: Assistance for Europe, Eurasia and Central Asia',
      'AEECA = Assistance for Europe, Eurasia and Central Asia',
    ],
    ['The Drug Control Agency, or DCA, leads.', 'DCA = Drug Control Agency'],
    ['the Border Liaison Office, known as the BLO, opened', 'BLO = Border Liaison Office'],
    ['EULEX (European Union Law Enforcement Exchange) helps.', 'EULEX = European Union Law Enforcement Exchange'],
    [
      'A team named JOLT, for Joint Operations Linked to Telephones, was formed.',
      'JOLT = Joint Operations Linked to Telephones',
    ],
    ['The TCU, short for Trade Crime Unit, searches.', 'TCU = Trade Crime Unit'],
    ['The Special Prosecution Office (SPRK) works.', 'SPRK = Special Prosecution Office'],
    // Letters in the order of another language.
    ['A contract with the National Harbor Watch (VNH) began.', 'VNH = National Harbor Watch'],
    ['The Financial Crimes Institute (IDF) opened.', 'IDF = Financial Crimes Institute'],
  ])('reads %j', (text, wanted) => {
    expect(told(text)).toEqual([wanted])
  })

  it.each([
    'FY07: $2.25 million (FSA)',
    'INL: Officers were trained in two towns',
    'mobile teams, known as MOBITs, operate there',
    'They search. The Central Service for Migration (XKQZ) opened',
    'Police or INL advisers came',
    'GOALS: Train The Police',
    'The OSCE, for Armenia and Georgia, opened two offices',
    'The UN from New York City came',
  ])('guesses nothing from %j', (text) => {
    expect(told(text)).toEqual([])
  })

  it('gives long forms that stand in the text, inside the stretch given', () => {
    const piece = fc.constantFrom(
      'Law ',
      'Reform ',
      'Working Group ',
      '(LRWG)',
      ', or ',
      'LRWG',
      '\n',
      '*',
      ': ',
      'of ',
      '[1] ',
      '. ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const { short, long, start, end } of findDefinitions(text)) {
          expect(text.slice(start, end)).toContain(long)
          expect(text.slice(start, end)).toContain(short)
        }
      }),
    )
  })
})
