/** For resident.ts: asks a corpus so many questions; prints the bytes held after a tenth and after all, and resident. */
import { ask } from '#src/answer/ask.ts'
import { openCorpus } from '#src/answer/open.ts'
import { collected, used } from './memory.ts'
import { generatedQuestions, hostileQuestions } from './questions.ts'

const [folder = '', number = '0'] = process.argv.slice(2)
const count = Number(number)
const library = await openCorpus(folder)
const hostile = hostileQuestions(library, 64, 7)
const BATCH = 100

let early = 0
for (let asked = 0; asked < count; asked += BATCH) {
  const usual = generatedQuestions(library, BATCH, asked + 1)
  for (const [at, question] of usual.entries()) {
    const number = asked + at
    const other = at % 10 === 0 ? hostile[(number / 10) % hostile.length] : undefined
    // Words that nobody asked before are what a memory without bounds would keep.
    await ask(`${other ?? question} unheard${number.toString(36)}`, library)
  }
  if (asked < count / 10 && asked + BATCH >= count / 10) {
    collected()
    early = used()
  }
}
const resident = process.memoryUsage.rss()
collected()
process.stdout.write(JSON.stringify({ early, late: used(), resident }))
