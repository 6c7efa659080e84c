/** Asking a person at a terminal for what a page leaves open, and whether to write. */
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Added } from '#src/corpus/import/add.ts'
import type { Facts } from '#src/corpus/import/facts.ts'
import { factsFrom, type Untold } from '#src/corpus/import/told.ts'
import { harmless } from './print.ts'

/** Somebody who can be asked. */
export interface Person {
  /** The line that they answer; null once they answer no more. */
  ask(question: string): Promise<string | null>
  tell(words: string): void
  leave(): void
}

/** Whoever sits at this terminal. */
export function personAt(input: Readable, output: Writable): Person {
  const terminal = createInterface({ input, output, terminal: true })
  // Lines may come before they are asked for: what is pasted is answered with in order.
  const lines: string[] = []
  let waiting: ((line: string | null) => void) | null = null
  let gone = false
  const answer = (line: string | null) => {
    waiting?.(line)
    waiting = null
  }
  terminal.on('line', (line) => {
    if (waiting === null) lines.push(line)
    else answer(line)
  })
  terminal.on('close', () => {
    gone = true
    answer(null)
  })
  return {
    ask(question) {
      output.write(harmless(question))
      const line = lines.shift()
      if (line !== undefined || gone) return Promise.resolve(line ?? null)
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    tell: (words) => void output.write(`${harmless(words)}\n`),
    leave: () => terminal.close(),
  }
}

const QUESTIONS: Readonly<Record<Untold, (title: string) => string>> = {
  title: (title) => `Title, as none is printed (Enter: “${title}”): `,
  publisher: () => 'Publisher (Enter: leave it out): ',
  date: () => 'Date that the page prints, such as 2009-01-20, 2009-01 or 2009 (Enter: none): ',
  countries: () => 'Countries that it is about as a whole, such as AZ, Georgia (Enter: none, a general text): ',
}

/** Asks for what is untold of one source, again where an answer can't be meant; an empty answer leaves it open. */
export async function askFor({ source, untold, front }: Added, person: Person): Promise<Facts> {
  let facts: Facts = {}
  if (untold.length > 0) person.tell(`${source}:`)
  for (const key of untold) {
    for (;;) {
      const typed = await person.ask(`  ${QUESTIONS[key](front.title)}`)
      if (typed === null) return facts
      if (typed.trim() === '') break
      const told = factsFrom(key, typed)
      if (told.ok) {
        facts = { ...facts, ...told.facts }
        break
      }
      person.tell(`  ${told.message}`)
    }
  }
  return facts
}

/** Whether `count` fact sheets are to be written; no answer is no. */
export async function agrees(count: number, person: Person): Promise<boolean> {
  const answer = await person.ask(`Write ${count === 1 ? 'this fact sheet' : `these ${count} fact sheets`}? [y/N] `)
  return /^y(?:es)?$/i.test(answer?.trim() ?? '')
}
