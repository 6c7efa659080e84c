/** Organisations whose pages name them by an abbreviation, or not at all beside one of their bureaus. */

interface Organisation {
  readonly name: string
  /** Its name or abbreviation, as a page prints it. */
  readonly called: string
}

const ORGANISATIONS: readonly Organisation[] = [
  {
    name: 'Organization for Security and Co-operation in Europe',
    called: '(?:OSCE|Organi[sz]ation for Security and Co-?operation in Europe)',
  },
  {
    name: 'United Nations Office on Drugs and Crime',
    called: '(?:UNODC|United Nations Office on Drugs and Crime)',
  },
]

/** An office in the field: `OSCE Office in Baku`, `UNODC Country Office in Afghanistan`. */
const FIELD_OFFICE =
  '((?:(?:\\p{Lu}[\\p{L}-]+ ){0,2}(?:Office|Mission|Presence|Cent(?:re|er)|Co-?ordinator)) (?:in|to|at) \\p{Lu}[^:.]{1,60})'

/** Bureaus of the Department of State that no other state has. */
const OF_THE_DEPARTMENT = /^Bureau (?:of|for) International Narcotics and Law Enforcement Affairs$/i

export const isOfTheDepartment = (bureau: string): boolean => OF_THE_DEPARTMENT.test(bureau)

/** `State/INL Mexico Program`: the department and its bureau, as titles of 2011 and 2012 name them. */
export const bureauIn = (title: string): string | undefined =>
  /^State\/INL\b/.test(title) ? 'Bureau of International Narcotics and Law Enforcement Affairs' : undefined

/**
 * The organisation, with its office where one is named, that the first of `lines` to name one names: a line with
 * nothing else, or a copyright's.
 */
export function organisationIn(lines: readonly string[]): string | undefined {
  for (const line of lines)
    for (const { name, called } of ORGANISATIONS) {
      const office = new RegExp(`^${called},? ${FIELD_OFFICE}$`, 'u').exec(line)?.[1]
      if (office !== undefined) return `${name}, ${office.trim()}`
    }
  const named = ORGANISATIONS.find(({ called }) => {
    const alone = new RegExp(`^(?:the )?${called}(?: \\(${called}\\))?$`, 'i')
    const copyright = new RegExp(`^(?:©|\\(c\\)|copyright)[\\s©\\d–-]*${called}\\b`, 'i')
    return lines.some((line) => alone.test(line) || copyright.test(line))
  })
  return named?.name
}
