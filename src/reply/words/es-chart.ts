import type { ChartWords } from './chart.ts'

export const spanishChart: ChartWords = {
  caption: (currency, left) =>
    `${currency}, según las fichas.${left === 0 ? '' : ` Sin dibujar: ${left === 1 ? 'una cifra' : `${left} cifras`} sin un solo año o país, o en otra moneda.`}`,
  noAccount: 'cuenta no indicada',
  sumAsStated: 'suma que da la fuente',
  requested: 'rayado: solo solicitado',
  misprinted: '? errata, no leída',
  noFigure: '– sin cifra',
  mark: {
    sum: 'suma que da la fuente',
    part: 'parte de una suma',
    request: 'solicitado',
    malformed: 'errata, no leída como cantidad',
  },
  alt: (title, figures, more, gaps) =>
    `Gráfico de barras. ${title}. ${figures.join('; ')}${more === 0 ? '' : `; y ${more} más en la tabla`}.${gaps.length === 0 ? '' : ` Sin cifra para ${gaps.join(', ')}.`}`,
}
