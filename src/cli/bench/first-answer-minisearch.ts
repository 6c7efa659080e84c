/** For first-answer.ts: what the smallest program does that reads the same texts into plain MiniSearch and asks once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch from 'minisearch'

const [folder = '', question = ''] = process.argv.slice(2)
const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], storeFields: ['text'] })
const passages = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\n{2,}/))
index.addAll(passages.map((text, id) => ({ id, text })))
process.stdout.write(`${String(index.search(question)[0]?.['text'])}\n`)
