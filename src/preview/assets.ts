/** The page's own files, read once; nothing outside the folder can be asked for. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface Asset {
  readonly contentType: string
  readonly data: Uint8Array<ArrayBuffer>
}

const FOLDER = join(import.meta.dirname, 'assets')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** By file name. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>()
  for (const name of readdirSync(FOLDER)) {
    const contentType = TYPES[extname(name)]
    if (contentType !== undefined) {
      assets.set(name, { contentType, data: new Uint8Array(readFileSync(join(FOLDER, name))) })
    }
  }
  return assets
}
