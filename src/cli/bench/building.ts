/** What it takes to get ready: reading the sheets, building the indexes, and the memory these hold. */
import { corpora } from './corpora.ts'
import { collected, used } from './memory.ts'
import { plainMiniSearch } from './peer.ts'
import type { BenchSection, Row } from './rows.ts'

const MB = 1_000_000

export const building: BenchSection = {
  name: 'Getting ready',
  beside: 'plain MiniSearch',
  notes: ['Memory is what the indexes hold beside the texts, after a garbage collection.'],
  async run({ quick }) {
    const rows: Row[] = []
    for await (const { name, library, reading, indexing, bytes } of corpora(quick)) {
      collected()
      const before = used()
      const start = performance.now()
      const peer = plainMiniSearch(library)
      const took = performance.now() - start
      collected()
      const held = used() - before
      // Still in use here, so that it is not collected before it is weighed.
      if (peer.documentCount !== library.index.passages.length) throw new Error('MiniSearch lost passages')
      rows.push(
        { measure: `${name}, reading the sheets`, unit: 's', ours: reading / 1000, beside: null, target: null },
        { measure: `${name}, indexes`, unit: 's', ours: indexing / 1000, beside: took / 1000, target: null },
      )
      // Of a few pages the index is smaller than what the process itself gains and loses meanwhile.
      if (library.index.passages.length >= 1_000)
        rows.push({ measure: `${name}, memory`, unit: 'MB', ours: bytes / MB, beside: held / MB, target: null })
    }
    return rows
  },
}
