/** MiniSearch in the process and PostgreSQL beside it, over the same generated passages and the same questions. */
import { ask } from '#src/answer/ask.ts'
import { type Library, openLibrary } from '#src/answer/library.ts'
import { findersOf, openWords } from '#src/answer/open.ts'
import { generateSheets } from '#src/cli/bench/generate.ts'
import { generatedQuestions } from '#src/cli/bench/questions.ts'
import { readSheet } from '#src/corpus/read.ts'
import { atOnce, type Steps } from '#src/corpus/turns.ts'
import { corpusVersion } from '#src/corpus/version.ts'
import { Database } from '#src/database/database.ts'
import type { SearchEngine } from '#src/search/engine.ts'
import { MiniSearchEngine } from '#src/search/minisearch.ts'
import { PostgresEngine } from '#src/search/postgres.ts'
import { publish } from '#src/search/published.ts'
import { startPostgres } from '../support/postgres.ts'

const QUESTIONS = 60
const MB = 1_000_000

export async function searchAtSize(
  corpus: string,
  sizes: readonly number[],
  tell: (name: string, figures: object) => void,
): Promise<void> {
  const cluster = await startPostgres(['shared_buffers = 256MB', 'max_wal_size = 2GB'])
  const database = new Database(cluster.primary.url(), { queryWithin: 600_000 })
  try {
    for (const size of sizes) {
      const { vocabulary, lexicon } = await openWords(corpus)
      const finders = findersOf(vocabulary)
      const sheets = generateSheets(size).flatMap(({ file, text }) => {
        const read = readSheet(file, text, finders)
        return read.ok ? [read.sheet] : []
      })
      const without = await timed(async () => openLibrary(sheets, vocabulary, lexicon, noEngine))
      const library = without.result
      const before = memory()
      const mini = await timed(async () => new MiniSearchEngine(library.index))
      const held = memory() - before
      const files = sheets.map(({ file, text }) => ({ name: file, content: text }))
      const published = await timed(() => publish(database, corpusVersion(sheets), files, library.index))
      if (published.result === null) throw new Error('it is published already')
      const { number } = published.result
      const [disk] = await database.read((sql) =>
        sql.query<{ bytes: string }>(`select pg_total_relation_size('passages_${number}') as bytes`),
      )
      const questions = generatedQuestions(library, QUESTIONS, size)
      const one = await asked({ ...library, engine: mini.result }, questions)
      const engine = atOnce(PostgresEngine.opening(database, number, library.index))
      const other = await asked({ ...library, engine }, questions)
      const same = one.answers.filter((answer, at) => answer === other.answers[at]).length
      tell(`${size} passages, forward index (both)`, { s: without.seconds })
      tell(`${size} passages, MiniSearch`, {
        'build s': mini.seconds,
        'memory MB': Math.round(held / MB),
        ...one.figures,
      })
      tell(`${size} passages, PostgreSQL`, {
        'publish s': published.seconds,
        'disk MB': Math.round(Number(disk?.bytes) / MB),
        ...other.figures,
        'same first sentence or refusal': `${same} of ${questions.length}`,
      })
    }
  } finally {
    await database.close()
    await cluster.stop()
  }
}

/** So that what both engines read is made and timed alone. */
function* noEngine(): Steps<SearchEngine> {
  return { candidates: async () => [] }
}

async function asked(library: Library, questions: readonly string[]) {
  const took: number[] = []
  const answers: string[] = []
  for (const round of [0, 1])
    for (const question of questions) {
      const { result, seconds } = await timed(() => ask(question, library))
      if (round === 0) continue
      took.push(seconds * 1000)
      const { outcome, reason, answer, excerpts } = result
      const said = answer === null ? null : excerpts[0]?.sheet.text.slice(answer.start, answer.end)
      answers.push(JSON.stringify([outcome, reason, said]))
    }
  took.sort((a, b) => a - b)
  const at = (share: number) =>
    Number((took[Math.min(Math.floor(took.length * share), took.length - 1)] ?? 0).toFixed(1))
  return { answers, figures: { 'p50 ms': at(0.5), 'p99 ms': at(0.99) } }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const start = performance.now()
  const result = await work()
  return { result, seconds: Number(((performance.now() - start) / 1000).toFixed(5)) }
}

function memory(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
