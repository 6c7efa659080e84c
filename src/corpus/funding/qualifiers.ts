/** Words right before a number that say how exact it is. */
const QUALIFIERS: readonly (readonly string[])[] = [
  ['in', 'excess', 'of'],
  ['as', 'much', 'as'],
  ['as', 'many', 'as'],
  ['as', 'few', 'as'],
  ['no', 'fewer', 'than'],
  ['no', 'less', 'than'],
  ['a', 'minimum', 'of'],
  ['a', 'maximum', 'of'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['close', 'to'],
  ['well', 'over'],
  ['just', 'over'],
  ['just', 'under'],
  ['an', 'estimated'],
  ['approximately'],
  ['approx'],
  ['about'],
  ['around'],
  ['roughly'],
  ['nearly'],
  ['almost'],
  ['over'],
  ['under'],
  ['some'],
  ['estimated'],
  ['only'],
  ['exactly'],
]

/** How many of the words before position `end` are a qualifier; `word` gives a position's word in lower case. */
export function qualifierLength(word: (at: number) => string, end: number): number {
  const found = QUALIFIERS.find((words) => words.every((one, n) => word(end - words.length + n) === one))
  return found?.length ?? 0
}
