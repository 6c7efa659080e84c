/**
 * An SVG of ours as PNG. It is drawn in a thread of its own: drawing and packing take some twenty milliseconds in which
 * others would wait, and the drawer's memory, which JavaScript knows nothing of and would gather for long, is given back
 * when the thread ends. A picture asked for again is not drawn again.
 */
import { Worker } from 'node:worker_threads'

export interface Png {
  readonly png: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Pictures that are remembered, of some thirty kilobytes each. */
const REMEMBERED = 64
/** Drawings after which a thread has to end. */
const DRAWINGS = 10
/** Milliseconds without a drawing after which it does. */
const IDLE = 5000

const known = new Map<string, Promise<Png>>()
let thread: { readonly worker: Worker; drawn: number } | null = null
let idle: NodeJS.Timeout | null = null
let queue: Promise<unknown> = Promise.resolve()

/** The picture of `svg`; drawings are made one at a time. */
export function pngOf(svg: string): Promise<Png> {
  const remembered = known.get(svg)
  known.delete(svg)
  const made = remembered ?? queued(svg)
  known.set(svg, made)
  const [oldest] = known.keys()
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest)
  return made
}

function queued(svg: string): Promise<Png> {
  const made = queue.then(() => draw(svg))
  // What could not be drawn is tried again when it is asked for again.
  queue = made.catch(() => known.delete(svg))
  return made
}

async function draw(svg: string): Promise<Png> {
  if (idle !== null) clearTimeout(idle)
  thread ??= { worker: new Worker(new URL('./png-worker.ts', import.meta.url)), drawn: 0 }
  thread.drawn += 1
  const { worker, drawn } = thread
  worker.ref()
  try {
    return await answerOf(worker, svg)
  } catch (error) {
    await end()
    throw new Error('a chart could not be drawn', { cause: error })
  } finally {
    worker.unref()
    if (drawn >= DRAWINGS) await end()
    else idle = setTimeout(() => void end(), IDLE).unref()
  }
}

function answerOf(worker: Worker, svg: string): Promise<Png> {
  return new Promise((resolve, reject) => {
    const settled =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        worker.off('message', drawn).off('error', failed).off('exit', failed)
        settle(value)
      }
    const drawn = settled<Png>(resolve)
    const failed = settled<unknown>(reject)
    worker.on('message', drawn).on('error', failed).on('exit', failed)
    worker.postMessage(svg)
  })
}

async function end(): Promise<void> {
  const ended = thread?.worker
  thread = null
  await ended?.terminate()
}
