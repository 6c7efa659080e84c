/** What the elements of HTML mean for the text: which are blocks, and which show none of their text to a reader. */

export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure header
  h1 h2 h3 h4 h5 h6 hgroup hr html legend li main menu ol p pre section summary table tbody tfoot thead tr ul`.split(
    /\s+/,
  ),
)

export const HIDDEN: ReadonlySet<string> = new Set(
  `script style template noscript head title svg math iframe object embed audio video canvas map select option datalist
  input textarea button noframes frameset`.split(/\s+/),
)

const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
}

/** A raised number as raised digits, so that `$2 million` with note 1 does not read as `million1`. */
export const superscript = (text: string): string =>
  /^\s*\d+\s*$/.test(text) ? text.trim().replace(/\d/g, (digit) => RAISED[digit] ?? digit) : text
