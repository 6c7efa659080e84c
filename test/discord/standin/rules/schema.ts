/**
 * A body against Discord's own OpenAPI, as zod schemas. The schemas let unknown keys pass by dropping them; here a key
 * that fell away in parsing is a problem, because a misspelt key is a mistake and Discord ignores it in silence.
 */
import type { Issue, Schema } from 'discord-api-spec/zod'
import { isJson } from '../json.ts'

/** What is wrong with `value`, one line a problem, each beginning with its path; empty when nothing is. */
export function schemaProblems(schema: Schema, value: unknown): string[] {
  const result = schema.safeParse(value)
  if (!result.success) return result.error.issues.flatMap((issue) => describe(issue, []))
  return unknownKeys(value, result.data, [])
}

function describe(issue: Issue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path]
  const branch = issue.errors === undefined ? undefined : likeliest(issue.errors)
  if (branch !== undefined) return branch.flatMap((inner) => describe(inner, path))
  const { code, message: _message, path: _path, input: _input, inst: _inst, ...details } = issue
  return [`${where(path)}: ${code ?? 'invalid'} ${JSON.stringify(details)}`]
}

/** Of the branches of a union the one meant: not the wrong `type`, and the one that fits deepest. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const wrongType = (issue: Issue) => issue.path.length === 1 && issue.path[0] === 'type'
  const named = branches.filter((issues) => !issues.some(wrongType))
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map((issue) => issue.path.length))
  const fitting = (named.length > 0 ? named : branches).toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)
  return fitting[0]
}

function unknownKeys(sent: unknown, parsed: unknown, path: readonly PropertyKey[]): string[] {
  if (Array.isArray(sent) && Array.isArray(parsed)) {
    return sent.flatMap((item, index) => unknownKeys(item, parsed[index], [...path, index]))
  }
  if (!isJson(sent) || !isJson(parsed)) return []
  return Object.entries(sent).flatMap(([key, value]) =>
    key in parsed ? unknownKeys(value, parsed[key], [...path, key]) : [`${where([...path, key])}: unknown key`],
  )
}

function where(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(body)' : path.map(String).join('.')
}
