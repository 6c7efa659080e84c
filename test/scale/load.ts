/** Signed questions in a steady stream, each with what a right answer holds. */
import { setTimeout as sleep } from 'node:timers/promises'
import { post, type Signer, slashBody } from '../support/signed.ts'

/** A question's options and a part of its right answer. */
const QUESTIONS = [
  ['program', { country: 'tajikistan', topic: 'border' }, '14 border posts'],
  ['ask', { question: 'How many border posts has INL built in Tajikistan?' }, '14 border posts'],
  ['program', { country: 'georgia', topic: 'police' }, 'No fact sheet covers Georgia'],
  ['glossary', { term: 'RLA' }, 'Resident Legal Advisor'],
] as const

export interface Load {
  /** Resolves when what was sent has been answered. */
  stop(): Promise<Figures>
  readonly sent: () => number
}

export interface Figures {
  readonly sent: number
  readonly failed: number
  readonly wrong: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  readonly faults: readonly string[]
}

/** @param each milliseconds between two requests, whether or not the one before is answered */
export function startLoad(url: string, discord: Signer, each: number): Load {
  const took: number[] = []
  const faults: string[] = []
  const running: Promise<void>[] = []
  let wrong = 0
  let going = true

  async function one(at: number): Promise<void> {
    const [name, options, right] = QUESTIONS[at % QUESTIONS.length] ?? QUESTIONS[0]
    // Many people in many channels: one alone may ask once a second.
    const body = slashBody(name, options, at)
    const start = performance.now()
    try {
      const answer = await post(url, body, discord.headers(body))
      const text = await answer.text()
      if (answer.status !== 200) faults.push(`status ${answer.status}`)
      else if (!text.includes(right)) wrong += 1
    } catch (error) {
      faults.push(error instanceof Error ? String(error.cause ?? error.message) : String(error))
    }
    took.push(performance.now() - start)
  }

  const sending = (async () => {
    for (let at = 0; going; at += 1) {
      running.push(one(at))
      await sleep(each)
    }
  })()

  return {
    sent: () => running.length,
    async stop() {
      going = false
      await sending
      await Promise.all(running)
      took.sort((a, b) => a - b)
      const at = (share: number) => Math.round(took[Math.min(Math.floor(took.length * share), took.length - 1)] ?? 0)
      const figures = { p50: at(0.5), p99: at(0.99), slowest: at(1) }
      return { sent: running.length, failed: faults.length, wrong, faults: [...new Set(faults)], ...figures }
    },
  }
}
