/** The thread of sentences-apart.ts: is given texts, tells their sentences, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { splitSentences } from './sentences.ts'

const texts: readonly string[] = workerData
parentPort?.postMessage(texts.map(splitSentences))
