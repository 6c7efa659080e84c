import type { ChartWords } from './chart.ts'

export const englishChart: ChartWords = {
  caption: (currency, left) =>
    `${currency}, as stated in the fact sheets.${left === 0 ? '' : ` Not drawn: ${left === 1 ? 'one figure' : `${left} figures`} without a single year or country, or in another currency.`}`,
  noAccount: 'account not stated',
  sumAsStated: 'sum as stated',
  requested: 'hatched: requested only',
  misprinted: '? misprinted, not read',
  noFigure: '– no figure stated',
  mark: {
    sum: 'sum as stated',
    part: 'part of a sum',
    request: 'requested',
    malformed: 'misprinted, not read as an amount',
  },
  alt: (title, figures, more, gaps) =>
    `Bar chart. ${title}. ${figures.join('; ')}${more === 0 ? '' : `; and ${more} more in the table`}.${gaps.length === 0 ? '' : ` No figure for ${gaps.join(', ')}.`}`,
}
