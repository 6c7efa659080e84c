/**
 * Forms that no suffix rule undoes: irregular verbs and plurals, and numbers that are spelled out. A form that is a
 * common word of its own (found, saw, left, ground, wound) stays as it is.
 */

/** Base form first, then its other forms. */
const FORMS = `
  be been, bear bore borne, beat beaten, become became, begin began begun, bind bound, bite bitten, bleed bled,
  blow blew blown, break broke broken, breed bred, bring brought, build built, buy bought, catch caught,
  choose chose chosen, come came, creep crept, deal dealt, dig dug, do did done does, draw drew drawn, drink drank drunk,
  drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, flee fled, fly flew flown,
  forbid forbade forbidden, forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, go went gone goes,
  grow grew grown, have had has, hear heard, hide hid hidden, hold held, keep kept, know knew known, lay laid, lead led,
  learn learnt, lend lent, lose lost, make made, mean meant, meet met, mistake mistook mistaken,
  oversee oversaw overseen, pay paid, prove proven, rebuild rebuilt, ride rode ridden, ring rang rung, rise rose risen,
  run ran, say said, see seen, seek sought, sell sold, send sent, shake shook shaken, shoot shot, show shown, sing sang,
  sink sank sunk, sit sat, sleep slept, speak spoke spoken, spend spent, spread, stand stood, steal stole stolen,
  strike struck, swear swore sworn, swim swam, take took taken, teach taught, tell told, think thought,
  throw threw thrown, undergo underwent undergone, understand understood, undertake undertook undertaken, wake woke,
  wear wore worn, win won, withdraw withdrew withdrawn, write wrote written,
  child children, man men, woman women, policeman policemen, policewoman policewomen, person persons, mouse mice,
  foot feet, tooth teeth, wife wives, life lives, knife knives, wolf wolves, thief thieves, shelf shelves, scarf scarves, calf calves, half halves, criterion criteria, crisis crises, analysis analyses,
  big bigger biggest, broad broader broadest, busy busier busiest, cheap cheaper cheapest, clean cleaner cleanest,
  close closer closest, costly costlier costliest, dear dearer dearest, deadly deadlier deadliest, deep deeper deepest,
  easy easier easiest, fair fairer fairest, fast faster fastest, full fuller fullest, great greater greatest,
  hard harder hardest, harsh harsher harshest, healthy healthier healthiest, heavy heavier heaviest,
  high higher highest, large larger largest, light lighter lightest, long longer longest, near nearer nearest,
  new newer newest, old older oldest elder eldest, poor poorer poorest, quick quicker quickest, rich richer richest,
  safe safer safest, short shorter shortest, slow slower slowest, small smaller smallest, smart smarter smartest,
  stiff stiffer stiffest, strict stricter strictest, strong stronger strongest, tall taller tallest,
  tough tougher toughest, weak weaker weakest, wealthy wealthier wealthiest, wide wider widest,
  young younger youngest,
  2 two, 3 three, 4 four, 5 five, 6 six, 7 seven, 8 eight, 9 nine, 10 ten, 11 eleven, 12 twelve, 13 thirteen,
  14 fourteen, 15 fifteen, 16 sixteen, 17 seventeen, 18 eighteen, 19 nineteen, 20 twenty, 30 thirty, 40 forty, 50 fifty
`

const BASES: ReadonlyMap<string, string> = new Map(
  FORMS.split(',').flatMap((entry) => {
    const [base = '', ...forms] = entry.trim().split(/\s+/)
    return forms.map((form): [string, string] => [form, base])
  }),
)

/** The base of an irregular form, digits for a spelled number; any other lower-case word as it is. */
export function baseForm(word: string): string {
  return BASES.get(word) ?? word.replace(FRENCH_PLURAL, '$1')
}

/** "Bureaus", "bureaux": Porter's rules take an "us" for a part of the word. */
const FRENCH_PLURAL = /(eau)[sx]$/

/**
 * Words that a stemmer takes for forms of quite another one (office, universe, organ, intern, general, prison, author),
 * each with the term that it has instead; its own forms share that.
 */
const APART: ReadonlyMap<string, string> = new Map(
  [
    'officer officers',
    'university universities',
    'organization organizations organizational',
    'international',
    'generally',
    'prisoner prisoners',
    'detective detectives',
    'accountant accountants',
    'respondent respondents',
    'authority authorities',
    'humane humanely',
    'secondment secondments',
  ].flatMap((line) => {
    const [term = '', ...forms] = line.split(' ')
    return [term, ...forms].map((form): [string, string] => [form, term])
  }),
)

/** The term of a word that no stemmer should touch; null for all others. */
export function termApart(word: string): string | null {
  return APART.get(word) ?? null
}
