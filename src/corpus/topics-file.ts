/**
 * Reads `corpus/topics.yaml` and checks its form. What the words in it are good for is topics.ts.
 */
import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Fault } from './fault.ts'
import { CorpusError } from './load.ts'

const phrase = z.string().trim().min(1)
const phrases = z.array(phrase)

const topicSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'),
  name: phrase,
  terms: phrases.min(1),
  exact: phrases.default([]),
  asks: phrases.default([]),
  broader: z.array(z.string()).default([]),
})

const topicsSchema = z.strictObject({
  topics: z.array(topicSchema).min(1),
  // `say`, a sentence of its own that files once had, is passed over: what people read stands in the catalogues.
  ambiguous: z
    .array(z.strictObject({ word: phrase, topics: z.array(z.string()).min(2), say: phrase.optional() }))
    .default([]),
  names: phrases.default([]),
})

export type TopicsFile = z.infer<typeof topicsSchema>

/** Thrown with every fault found, in the order of the file. */
export class TopicsError extends CorpusError {
  override readonly name = 'TopicsError'
}

/** Keys and list positions that lead to a value in the file. */
export type Path = readonly (string | number)[]

/** The file's content, and a fault about the key or entry that stands at a path. */
export interface ParsedTopics {
  readonly content: TopicsFile
  readonly fault: (path: Path, message: string, cure: string) => Fault
}

/** @throws TopicsError for broken YAML, a missing or unknown key, or a value of the wrong kind. */
export function parseTopics(yamlText: string, file: string): ParsedTopics {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    throw new TopicsError(
      document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        key: null,
        message: `not valid YAML: ${error.message}`,
        cure: 'Put a phrase that holds `: `, ` #` or begins with a special character into quotes.',
      })),
    )
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const fault = (path: Path, message: string, cure: string): Fault => {
    const key = path.length === 0 ? null : path.join('.')
    return { file, line: lineOf(path), key, message, cure }
  }
  const parsed = topicsSchema.safeParse(document.toJS())
  if (parsed.success) return { content: parsed.data, fault }
  const faults = parsed.error.issues.map((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
    return fault(path, `${issue.message}.`, 'Write it as the other entries of this file are written.')
  })
  throw new TopicsError(faults.sort((a, b) => a.line - b.line))
}
