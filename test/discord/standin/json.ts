/** JSON as it comes over the wire, and careful ways to look into it. */
export type Json = Readonly<Record<string, unknown>>

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; an empty one where it is none. */
export function object(value: unknown): Json {
  return isJson(value) ? value : {}
}

/** The objects of a list; nothing where it is no list. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function integer(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
