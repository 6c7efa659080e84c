/**
 * Finds sentences in a thread of its own: the language model takes some forty megabytes, which go when the thread ends,
 * and nothing waits for it meanwhile. For a program that runs on; one that ends soon splits where it is.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Spans } from './sentence-cache.ts'
import { splitSentences } from './sentences.ts'

/** As `splitSentences`, for each of the texts. Where the thread fails they are split here. */
export async function splitApart(texts: readonly string[]): Promise<readonly Spans[]> {
  const worker = new Worker(new URL('./sentences-worker.ts', import.meta.url), { workerData: texts })
  try {
    const [spans] = (await once(worker, 'message')) as [readonly Spans[]]
    return spans
  } catch {
    return texts.map(splitSentences)
  } finally {
    await worker.terminate()
  }
}
