/**
 * A YAML mapping with the line of each key, for the few small YAML files that people write here. Not a general YAML
 * reader: anchors, aliases and tags have no business in these files and are refused, which also disarms alias bombs.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Fault } from './fault.ts'

/** Front matter and facts are a few lines; anything larger is a mistake, and costs no time. */
const LARGEST = 256 * 1024

export interface YamlEntry {
  readonly value: unknown
  /** As written, where the value is a plain or quoted scalar: `2009` stays text where YAML reads a number. */
  readonly source: string | null
  readonly line: number
  /** The entries of a nested mapping, else null. */
  readonly entries: YamlMap | null
}

export type YamlMap = ReadonlyMap<string, YamlEntry>

/** Reads `yaml`, whose first line is line `firstLine` of `file`, as a mapping; or says all that is wrong with it. */
export function readYamlMap(
  file: string,
  yaml: string,
  firstLine: number,
): { ok: true; map: YamlMap } | { ok: false; faults: readonly Fault[] } {
  const fail = (line: number, message: string, cure: string) =>
    ({ ok: false, faults: [{ file, line, key: null, message, cure }] }) as const
  if (yaml.length > LARGEST)
    return fail(
      firstLine,
      `${yaml.length} characters of YAML, expected at most ${LARGEST}.`,
      'Keep only the keys known.',
    )

  const lines = new LineCounter()
  const lineOf = (offset: number) => Math.max(0, lines.linePos(offset).line - 1) + firstLine
  try {
    const document = parseDocument(yaml, {
      version: '1.2',
      schema: 'core',
      merge: false,
      uniqueKeys: true,
      stringKeys: true,
      prettyErrors: false,
      lineCounter: lines,
    })
    const faults: Fault[] = [...document.errors, ...document.warnings].map((error) => ({
      file,
      line: lineOf(error.pos[0]),
      key: null,
      message: `not valid YAML: ${error.message.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`,
      cure: yamlCure(error.code),
    }))
    visit(document, {
      Node(_key, node) {
        if (!isAlias(node) && node.tag === undefined && !('anchor' in node && node.anchor)) return undefined
        if (faults.length < 20)
          faults.push({
            file,
            line: lineOf(node.range?.[0] ?? 0),
            key: null,
            message: 'a YAML anchor, alias or tag, expected plain values.',
            cure: 'Write the value out, or put it into quotes if it begins with &, * or !.',
          })
        return undefined
      },
    })
    if (faults.length > 0) return { ok: false, faults }
    if (document.contents === null) return { ok: true, map: new Map() }
    if (!isMap(document.contents))
      return fail(firstLine, 'no YAML mapping, expected lines such as `title: …`.', 'Write one `key: value` a line.')
    return { ok: true, map: entriesOf(document.contents, lineOf) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return fail(firstLine, 'YAML nested too deeply to read.', 'Write one `key: value` a line.')
  }
}

function entriesOf(node: Node, lineOf: (offset: number) => number): YamlMap {
  const entries = new Map<string, YamlEntry>()
  if (!isMap<Node, Node | null>(node)) return entries
  for (const pair of node.items) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    const value = pair.value
    entries.set(name, {
      value: plain(value),
      source: isScalar(value) ? (typeof value.value === 'string' ? value.value : (value.source ?? null)) : null,
      line: lineOf(pair.key?.range?.[0] ?? 0),
      entries: isMap(value) ? entriesOf(value, lineOf) : null,
    })
  }
  return entries
}

/** The value without YAML's classes; a nested mapping is only told to be one (see `YamlEntry.entries`). */
function plain(node: Node | null): unknown {
  if (isScalar(node)) return node.value
  if (isSeq<Node>(node)) return node.items.map(plain)
  return isMap(node) ? {} : null
}

function yamlCure(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'Keep one of the two lines.'
  if (code === 'TAB_AS_INDENT') return 'Indent with blanks, not tabs.'
  return 'Put a value that holds `: `, ` #` or begins with a special character into double quotes.'
}
