/** /funding: how much went to a country, by fiscal year and account, as the fact sheets print it. */
import { parseFiscalYears } from '#src/answer/fiscal-years.ts'
import { funding } from '#src/answer/funding.ts'
import { fundingChoices, fundingOf } from '#src/answer/funding-index.ts'
import { makeAnswer, type Note } from '#src/answer/model.ts'
import { countryName, resolveCountry, suggestCountries } from '#src/corpus/places/index.ts'
import { type Asking, type Command, declare, laidOut, type Result, textOption, type Values } from './command.ts'

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
    const { library } = asking
    const typed = values['country']?.trim() ?? null
    const years = values['year'] === undefined ? [] : parseFiscalYears(values['year'])
    const account = values['account']?.trim() ?? null
    if (typed?.toLowerCase() === ALL)
      return years === null
        ? badYear(values, asking)
        : laidOut(funding({ countries: fundingOf(library).countries, years, account }, library), asking)
    const country = typed === null ? null : resolveCountry(typed)
    if (country !== null && country.kind !== 'country') {
      const candidates = country.kind === 'ambiguous' ? country.candidates : country.nearest
      const note: Note = { kind: 'no-such-country', typed: typed ?? '', candidates }
      return laidOut(makeAnswer('invalid', 'no-such-country', { notes: [note] }), asking)
    }
    if (years === null) return badYear(values, asking)
    return laidOut(funding({ countries: country === null ? [] : [country.code], years, account }, library), asking)
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

function badYear(values: Values, asking: Asking): Promise<Result> {
  const { years } = fundingChoices(asking.library, null)
  const note: Note = {
    kind: 'bad-value',
    option: 'year',
    value: values['year'] ?? '',
    expected: { kind: 'fiscal-year', known: [...years].reverse() },
  }
  return laidOut(makeAnswer('invalid', 'bad-value', { notes: [note] }), asking)
}
