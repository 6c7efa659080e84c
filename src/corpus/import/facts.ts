/**
 * The facts file of `corpus add`: what is known of a source text from elsewhere, under the name of its file. Held to
 * the same rules as the front matter that it goes into.
 */
import { z } from 'zod'
import type { Fault } from '../fault.ts'
import { FRONT_MATTER_KEYS, FRONT_MATTER_VALUES, faultsOf, valuesOf } from '../front-matter.ts'
import { readYamlMap } from '../yaml-lines.ts'

const schema = z
  .strictObject({
    ...FRONT_MATTER_VALUES,
    title: FRONT_MATTER_VALUES.title.optional(),
    note: z.string({ error: 'no text, expected a remark for the reader of this file.' }).optional(),
  })
  .refine((facts) => !(facts.date && facts.not_before), {
    path: ['not_before'],
    error: 'stands beside date, expected only one of the two.',
  })

export type Facts = z.infer<typeof schema>

/** The facts of each file name in `yaml`; or every fault at once, with file, line and key. */
export function readFacts(
  file: string,
  yaml: string,
): { ok: true; facts: ReadonlyMap<string, Facts> } | { ok: false; faults: readonly Fault[] } {
  const read = readYamlMap(file, yaml.replace(/^\ufeff/, ''), 1)
  if (!read.ok) return read
  const faults: Fault[] = []
  const facts = new Map<string, Facts>()
  for (const [name, entry] of read.map) {
    if (entry.entries === null) {
      faults.push({
        file,
        line: entry.line,
        key: name,
        message: 'no mapping, expected the facts of this file, such as `url: …`, indented below its name.',
        cure: 'Write one `key: value` a line below the file’s name, or take the name out.',
      })
      continue
    }
    const parsed = schema.safeParse(valuesOf(entry.entries))
    if (parsed.success) facts.set(name, parsed.data)
    else faults.push(...faultsOf(file, entry.entries, parsed.error, [...FRONT_MATTER_KEYS, 'note']))
  }
  return faults.length === 0 ? { ok: true, facts } : { ok: false, faults }
}
