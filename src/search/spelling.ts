/**
 * One spelling for what British and American sources write differently. Rules for the regular pairs, a list for the
 * rest; applied to single lower-case words before stemming, to what is indexed and what is asked alike, so a rule may
 * turn a word into something no dictionary has as long as it keeps different words apart.
 */

/** Pairs that no rule below covers: British first. */
const PAIRS = `
  ageing aging, aluminium aluminum, analyse analyze, analysed analyzed, analyses analyzes, analysing analyzing,
  armour armor, armoured armored, artefact artifact, catalogue catalog, catalogues catalogs, cheque check,
  cheques checks, chequepoint checkpoint, defence defense, defences defenses, dialogue dialog, dialogues dialogs,
  draught draft, enquire inquire, enquired inquired, enquires inquires, enquiring inquiring, enquiry inquiry,
  enquiries inquiries, enrol enroll, enrols enrolls, enrolment enrollment, fulfil fulfill, fulfils fulfills,
  fulfilment fulfillment, gaol jail, gaols jails, gaoled jailed, gaoler jailer, grey gray, instalment installment,
  instalments installments, judgement judgment, judgements judgments, kerb curb, licence license, licences licenses,
  manoeuvre maneuver, manoeuvres maneuvers, moustache mustache, offence offense, offences offenses,
  paedophile pedophile, paedophiles pedophiles, paedophilia pedophilia, paralyse paralyze, paralysed paralyzed,
  plough plow, practise practice, practised practiced, practises practices, practising practicing,
  pretence pretense, programme program, programmes programs, sceptical skeptical, skilful skillful, storey story,
  storeys stories, tonne ton, tonnes tons, travelling traveling, tyre tire, tyres tires, vigour vigor, wilful willful,
  acknowledgement acknowledgment, adviser advisor, advisers advisors, drugtrafficking trafficking,
  kidnaper kidnapper, kidnapers kidnappers, kidnaped kidnapped, kidnaping kidnapping, focussed focused,
  focussing focusing, learnt learned, spelt spelled, burnt burned, whilst while, amongst among, towards toward,
  counselling counseling, counsellor counselor, counsellors counselors, marshalled marshaled, signalling signaling,
  mediaeval medieval, orientated oriented, anaesthetic anesthetic, haemorrhage hemorrhage, co-operation cooperation
`

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  PAIRS.split(',').map((pair): [string, string] => {
    const [british = '', american = ''] = pair.trim().split(/\s+/)
    return [british, american]
  }),
)

/** Words with -our that are spelled so everywhere. */
const KEEPS_OUR = new Set(
  `four hour our your tour pour sour flour devour detour contour court source course resource journal journey tourist
  tourism hourly fourth courtesy courage encourage discourage nourish flourish mourn journalist journalism outsource
  recourse discourse bourse courier couriers courthouse courtroom gourmet glamour scour yours ours hours tours`.split(
    /\s+/,
  ),
)

/** Beginnings after which -our- is British: labour, harbour, neighbourhood, honourable … */
const OUR =
  /^(ard|arm|behavi|candi|clam|col|enam|endeav|fav|ferv|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig|disfav|dishon|discol|misbehavi)our/

/** Words with -is- in every spelling: -ise is no ending there. */
const KEEPS_ISE =
  /^(adv|dev|rev|superv|telev|improv|exerc|exc|inc|prec|conc|rise|ar|r|w|otherw|likew|clockw|ra|pra|appra|upra|cru|bru|bra|no|po|prom|comprom|surpr|enterpr|compr|appr|repr|repr|m|desp|disgu|gu|franch|merchand|chast|advert|expert|parad|tort|treat|prem|dem|exorc|circumc|unexerc|prom|v|rev|d|mort)is(e[ds]?|ing|er|ers|or|ors|ory|ion|ions|ational|ement|ements)$/

/** Turns one lower-case word into its American spelling; any other word comes back as it is. */
export function normaliseSpelling(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular !== undefined) return irregular
  if (word.length < 5) return word
  return doubled(centred(laboured(organised(word))))
}

/** organise → organize, organisation → organization, analysing is in the list. */
function organised(word: string): string {
  if (word.length < 7 || KEEPS_ISE.test(word)) return word
  return word.replace(/is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1')
}

function laboured(word: string): string {
  return KEEPS_OUR.has(word) ? word : word.replace(OUR, '$1or')
}

/** centre → center, metres → meters, calibre → caliber; only after the stems that are written so. */
function centred(word: string): string {
  return word.replace(
    /^(epi|kilo|centi|milli)?(cent|met|lit|calib|fib|theat|lust|sab|scept|spect|somb|meag)re(s|d)?$/,
    '$1$2er$3',
  )
}

/** travelled → traveled, labelling → labeling, counsellor → counselor: one l before the ending. */
function doubled(word: string): string {
  return word.replace(
    /^(travel|cancel|label|level|model|signal|counsel|channel|fuel|marshal|panel|quarrel|total|tunnel|equal|rival|funnel|dial|patrol)l(ed|ing|er|ers|or|ors)$/,
    '$1$2',
  )
}
