/** The id of a fact sheet from the name of the file it came in: small letters, digits and hyphens on every system. */
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'

const LONGEST = 60
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** `Côte d'Ivoire (2011).txt` → `cote-d-ivoire-2011`; a name without Latin letters or digits gets a stable one. */
export function idFromFileName(path: string): string {
  const name = basename(path)
  const stem = name.slice(0, name.length - extname(name).length)
  const id = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
  if (id === '') return `sheet-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  return RESERVED.test(id) ? `sheet-${id}` : id
}
