/** What is wrong with a file, said so that whoever keeps the corpus can mend it without reading this program. */
export interface Fault {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The YAML key it is about; null where it is about the file itself. */
  readonly key: string | null
  /** What stands there and what was expected instead. */
  readonly message: string
  /** What to do about it. */
  readonly cure: string
}

/** One fault as a person reads it: `azerbaijan.md:4: countries: … Cure: …` */
export function faultLine(fault: Fault): string {
  const key = fault.key === null ? '' : `${fault.key}: `
  return `${fault.file}:${fault.line}: ${key}${fault.message} Cure: ${fault.cure}`
}
