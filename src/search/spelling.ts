/**
 * One spelling for what British and American sources write differently: rules for the regular pairs, a list for the
 * rest. Applied to single lower-case words before stemming, alike to what is indexed and to what is asked. Hyphens and
 * joined words (co-operation, anti-terrorism) are no matter of spelling here; the lexicon has them.
 */

/** Pairs that no rule below covers: British first. */
const PAIRS = `
  acknowledgement acknowledgment, adviser advisor, advisers advisors, ageing aging, aluminium aluminum,
  amongst among, analyse analyze, analysed analyzed, analysing analyzing, artefact artifact, artefacts artifacts,
  burnt burned, catalogue catalog, catalogues catalogs, cheque check, cheques checks, cosy cozy, defence defense,
  defences defenses, defenceless defenseless, dialogue dialog, dialogues dialogs, encyclopaedia encyclopedia,
  enquire inquire, enquired inquired, enquires inquires, enquiries inquiries, enquiring inquiring, enquiry inquiry,
  enrol enroll, enrolment enrollment, enrolments enrollments, enrols enrolls, focussed focused, focussing focusing,
  fulfil fulfill, fulfilment fulfillment, fulfils fulfills, gaol jail, gaoled jailed, gaoler jailer, gaols jails,
  grey gray, instal install, instalment installment, instalments installments, judgement judgment,
  judgements judgments, kidnaped kidnapped, kidnaper kidnapper, kidnaping kidnapping, learnt learned,
  licence license, licences licenses, manoeuvre maneuver, manoeuvres maneuvers, offence offense, offences offenses,
  orientated oriented, paedophile pedophile, paedophiles pedophiles, paedophilia pedophilia, paralyse paralyze,
  paralysed paralyzed, plough plow, practise practice, practised practiced, practises practices,
  practising practicing, pretence pretense, programme program, programmes programs, sceptical skeptical,
  skilful skillful, tonne ton, tonnes tons, towards toward, whilst while, wilful willful
`

const LISTED: ReadonlyMap<string, string> = new Map(
  PAIRS.split(',').map((pair): [string, string] => {
    const [british = '', american = ''] = pair.trim().split(/\s+/)
    return [british, american]
  }),
)

/** Words with -ise in every spelling. */
const ALWAYS_ISE = new Set(
  `advertise advise anise appraise apprise arise bruise chastise circumcise comprise compromise concise crise cruise
  demise despise devise disguise enterprise excise exercise expertise franchise guise improvise incise liaise likewise
  malaise merchandise noise otherwise paradise poise praise precise premise promise raise reprise revise rise supervise
  surmise surprise televise treatise vise wise`.split(/\s+/),
)
const BEFORE_ISE = /^(?:un|re|dis|non|pre|fund|up|super|over)(?=.{4})/

const OUR =
  /^((?:un|dis|mis|re|multi)?(?:ard|arm|behavi|cand|clam|col|enam|endeav|fav|ferv|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|succ|tum|val|vap|vig))our/

const RE = /^((?:kilo|centi|milli|epi)?(?:cent|met|lit|calib|fib|theat|lust|sab|scept|spect|somb|meag))re(s|d)?$/

const DOUBLED =
  /^(travel|cancel|label|level|model|signal|counsel|channel|fuel|marshal|panel|quarrel|total|tunnel|equal|rival|funnel|dial)l(ed|ing|er|ers|or|ors)$/

/** The American spelling of a lower-case word; a word that has but one comes back as it is. */
export function normaliseSpelling(word: string): string {
  if (word.length < 4) return word
  const listed = LISTED.get(word)
  if (listed !== undefined) return listed
  return organised(word)
    .replace(OUR, '$1or')
    .replace(RE, (_, stem: string, ending?: string) => `${stem}er${ending === 'd' ? 'ed' : (ending ?? '')}`)
    .replace(DOUBLED, '$1$2')
}

/** organise → organize, radicalisation → radicalization; revised and rising stay. */
function organised(word: string): string {
  const ending = /is(e|ed|es|er|ers|ing|ation|ations|ational)$/.exec(word)
  if (ending === null || word.length < 7) return word
  const infinitive = `${word.slice(0, ending.index)}ise`
  if (ALWAYS_ISE.has(infinitive) || ALWAYS_ISE.has(infinitive.replace(BEFORE_ISE, ''))) return word
  return `${word.slice(0, ending.index)}iz${ending[1] ?? ''}`
}
