/** What a file is: told from its first bytes, and only where these say nothing from its name. */
import { extname } from 'node:path'

export type Kind = 'text' | 'html' | 'markdown' | 'pdf' | 'word' | 'zip' | 'unknown'

const BY_NAME: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.pdf': 'pdf',
  '.docx': 'word',
  '.zip': 'zip',
}

/** The kind that a file's name promises. */
export const kindOfName = (name: string): Kind => BY_NAME[extname(name).toLowerCase()] ?? 'unknown'

/** The kind of a file; a PDF or a zip is one whatever it is called, and nothing else is one. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const named = kindOfName(name)
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('PK\u0005\u0006')) return named === 'word' ? 'word' : 'zip'
  // A word processor's own format, whatever the file is called.
  if (start.startsWith('{\\rtf')) return 'unknown'
  if (named === 'text' && /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype html|html)[\s>]/i.test(start)) return 'html'
  return named
}

/** Whether the importer reads files of that kind when it meets them in a folder. */
export const isReadable = (name: string): boolean => kindOfName(name) !== 'unknown'
