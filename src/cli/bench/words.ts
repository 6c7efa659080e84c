/** The words that generated fact sheets are made of. What they say means nothing; how often words recur does. */
import type { Random } from './random.ts'

/** Most frequent first. */
export const SMALL_WORDS =
  'the of and to in a for with on by is that as its from has are at this an have which their was be or these it also through been will more other such into than who new under between within during both all including'.split(
    ' ',
  )

/** Words of the field, the most frequent first; rarer ones are made up. */
export const FIELD_WORDS =
  'police training officers support justice law program government enforcement assistance prosecutors criminal border courts prison equipment judges security international corrections trafficking investigators drug crime reform national ministry capacity unit project community development funding center department judicial forensic human rights rule corruption public system agencies legal staff laboratory service victims units cooperation investigations academy customs women money laundering evidence civil society stations training instructors management organized traffickers partners strategy advisor mentoring curriculum vehicles radio checkpoint smuggling heroin cocaine precursor seizures inmates detention rehabilitation prevention treatment alternatives sentencing bail defense attorneys ombudsman oversight inspector complaints ethics discipline recruitment promotion salaries barracks dormitory classroom renovation construction generator computers software database fingerprint ballistics autopsy toxicology crime scene surveillance informant wiretap undercover task force regional provincial municipal district village rural urban coastal maritime airport seaport river crossing container scanner canine dogs handlers patrol traffic highway riot crowd demonstrators election parliament legislation code procedure constitution amendment ratified convention protocol extradition mutual legal asset forfeiture seizure bank suspicious transaction financial intelligence audit procurement contract grant donor embassy contractor university scholarship seminar workshop conference study tour exchange manual handbook guideline standard certification accreditation evaluation indicator baseline survey trust perception confidence complaint hotline shelter safe house witness protection trauma counseling medical clinic infectious tuberculosis nutrition literacy vocational workshop parole probation juvenile minors children youth gang extortion kidnapping homicide assault domestic violence gender sexual exploitation labor migrant refugee displaced minority language interpreter media journalist transparency accountability independence impartial tribunal appellate supreme magistrate clerk registry docket backlog hearing verdict acquittal conviction sentence amnesty pardon war atrocity genocide terrorism extremist radicalization insurgency ceasefire peacekeeping contingent deployment veteran militia weapon firearm ammunition explosive demining landmine cultivation eradication coca poppy cannabis hectare livelihood cooperative irrigation wildlife poaching ivory timber logging illegal fishing vessel coast guard helicopter aircraft pilot maintenance fuel logistics warehouse inventory armored protective helmet shield uniform boot radio repeater tower satellite telephone cyber digital malware encryption server network website portal'.split(
    ' ',
  )

const STARTS = 'b br c ch d dr f fl g gr h j k kl l m n p pl pr qu r s sc sh sl st str t th tr v w z'.split(' ')
const MIDDLES = 'a e i o u ai ea ou io ar er or an en in on el il'.split(' ')
const JOINTS = 'b d g l m n r s t v nd nt rt st ct mp lv rm ss ll'.split(' ')
const ENDS = 'a e o al ar er ic ion ing ment ness or ist ate ous ive ent ance ity an'.split(' ')

/** `count` different made-up words of two or three syllables, at most some hundred thousand. */
export function rareWords(count: number, random: Random): readonly string[] {
  const words = new Set<string>()
  while (words.size < count) {
    const joints = random.between(1, 2)
    const middle = Array.from({ length: joints }, () => `${random.pick(MIDDLES)}${random.pick(JOINTS)}`).join('')
    words.add(`${random.pick(STARTS)}${middle}${random.pick(ENDS)}`)
  }
  return [...words]
}
