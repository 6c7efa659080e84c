/** /funding: how much went to a country, by fiscal year and account, as the fact sheets print it. */
import { parseFiscalYears } from '#src/answer/fiscal-years.ts'
import { funding } from '#src/answer/funding.ts'
import { fundingChoices, fundingOf } from '#src/answer/funding-index.ts'
import type { Library } from '#src/answer/library.ts'
import { type Answer, makeAnswer } from '#src/answer/model.ts'
import { present } from '#src/answer/present.ts'
import { countryName, resolveCountry, suggestCountries } from '#src/corpus/places/index.ts'
import { layoutFundingFile } from '#src/reply/funding.ts'
import { FUNDING_CSV, type FundingAsked, fundingButtons } from '#src/reply/funding-buttons.ts'
import { unpackInput } from '#src/reply/input.ts'
import { layout } from '#src/reply/lay-out.ts'
import { type Action, type Command, declare, laidOut, textOption, type Values } from './command.ts'

/** Stands for every country that has figures, to see them side by side. */
const ALL = 'all'

export const fundingCommand: Command = {
  declaration: declare('funding', 'How much went to a country, by fiscal year and account, as printed', [
    textOption('country', 'A country, or all to compare; leave it out to see what is covered', { completed: true }),
    textOption('year', 'A fiscal year such as 2007, FY07 or 2006-2008', { completed: true }),
    textOption('account', 'An account such as FSA or INCLE', { completed: true }),
  ]),
  example: (library) => {
    const [country] = fundingOf(library).countries
    return country === undefined ? null : `/funding country:${countryName(country)}`
  },
  run: async ({ values }, asking) => {
    const asked = readAsked(values, asking.library)
    if ('outcome' in asked) return laidOut(asked, asking)
    const { answer, reply } = await laidOut(answerOf(asked, asking.library), asking)
    return { answer, reply: { ...reply, buttons: [...fundingButtons(asked, answer, asking.words), ...reply.buttons] } }
  },
  complete: (option, typed, values, { library }) => {
    const index = fundingOf(library)
    if (option === 'country')
      return [
        ...suggestCountries(typed, index.countries).map(countryName),
        ...(ALL.startsWith(typed.toLowerCase()) ? [ALL] : []),
      ]
    const resolved = values['country'] === undefined ? null : resolveCountry(values['country'])
    const { years, accounts } = fundingChoices(library, resolved?.kind === 'country' ? resolved.code : null)
    const choices = option === 'year' ? years.map(String) : accounts
    return choices.filter((choice) => choice.toLowerCase().includes(typed.trim().toLowerCase()))
  },
}

/** The button that gives the figures of a reply as a file; anybody may, and gets it alone. */
export const fundingCsvAction: Action = {
  name: FUNDING_CSV,
  run: async (args, { library, words }) => {
    const asked = readAsked(unpackInput(args)?.values ?? {}, library)
    const found = 'outcome' in asked ? asked : answerOf(asked, library)
    const answer = present(found, library)
    if (answer.funding.length > 0) return { kind: 'reply', answer, reply: layoutFundingFile(answer, words) }
    return { kind: 'reply', answer, reply: { ...(await layout(answer, words)), private: true } }
  },
}

/** What is asked, or the answer that says what is wrong with it. */
function readAsked(values: Values, library: Library): FundingAsked | Answer {
  const typed = values['country']?.trim() ?? null
  const account = values['account']?.trim() ?? null
  const country = typed === null || typed.toLowerCase() === ALL ? null : resolveCountry(typed)
  if (country !== null && country.kind !== 'country') {
    const candidates = country.kind === 'ambiguous' ? country.candidates : country.nearest
    return makeAnswer('invalid', 'no-such-country', {
      notes: [{ kind: 'no-such-country', typed: typed ?? '', candidates }],
    })
  }
  const years = values['year'] === undefined ? [] : parseFiscalYears(values['year'])
  if (years === null) return badYear(values['year'] ?? '', library)
  return { country: typed === null ? null : (country?.code ?? ALL), years, account }
}

function answerOf({ country, years, account }: FundingAsked, library: Library): Answer {
  const all = country === ALL ? fundingOf(library).countries : []
  return funding({ countries: country === null || country === ALL ? all : [country], years, account }, library)
}

function badYear(value: string, library: Library): Answer {
  const { years } = fundingChoices(library, null)
  const expected = { kind: 'fiscal-year', known: [...years].reverse() } as const
  return makeAnswer('invalid', 'bad-value', { notes: [{ kind: 'bad-value', option: 'year', value, expected }] })
}
