/** A handful of places for the importer's tests; the real finder has tests of its own. */
import type { Countries } from '#src/corpus/import/front/propose.ts'

const NAMES: Readonly<Record<string, string>> = {
  Azerbaijan: 'AZ',
  Azeri: 'AZ',
  Baku: 'AZ',
  Tajikistan: 'TJ',
  Tajik: 'TJ',
  Haiti: 'HT',
  Mali: 'ML',
  Togo: 'TG',
  Senegal: 'SN',
  Georgia: 'GE',
  Russia: 'RU',
  Mexico: 'MX',
  'United States': 'US',
  'U.S.': 'US',
}

export const countries: Countries = {
  find: (text) =>
    [
      ...text.matchAll(
        new RegExp(
          `\\b(?:${Object.keys(NAMES)
            .map((name) => name.replaceAll('.', '\\.'))
            .join('|')})`,
          'g',
        ),
      ),
    ].map((match) => ({
      code: NAMES[match[0]] ?? '',
      start: match.index,
      end: match.index + match[0].length,
    })),
  name: (code) => Object.entries(NAMES).find(([, other]) => other === code)?.[0] ?? code,
}
