/** What stands in a chart of funding beside what the source prints, and what is said for who does not see it. */
export interface ChartWords {
  /** Under the title. @param left figures that no bar can show */
  readonly caption: (currency: string, left: number) => string
  /** For the legend. */
  readonly noAccount: string
  readonly sumAsStated: string
  readonly requested: string
  readonly misprinted: string
  readonly noFigure: string
  /** For the alternative text; the marks of one figure. */
  readonly mark: Readonly<Record<'sum' | 'part' | 'request' | 'malformed', string>>
  /** @param figures one a figure; @param more figures that had no room; @param gaps years without a figure */
  readonly alt: (title: string, figures: readonly string[], more: number, gaps: readonly string[]) => string
}
