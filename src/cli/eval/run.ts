/** One corpus evaluated: Footnote and each peer over the same questions, and the funding questions. */
import type { Answer } from '#src/answer/model.ts'
import { botOver } from '../open-bot.ts'
import { answerInput } from './answering.ts'
import { withCorpus } from './corpora.ts'
import { type JudgedFunding, judgeFunding } from './funding.ts'
import { type Judged, judgeRow } from './judge.ts'
import { makePeers, plainWords, sentencesOf } from './peers.ts'
import { type CorpusName, type QuestionRow, readFundingQuestions, readQuestions } from './rows.ts'
import { responseOf, responseOfPeer } from './systems.ts'
import { bestThreshold } from './threshold.ts'

export interface SystemRun {
  readonly system: string
  /** The score below which a peer is made to refuse; null where nothing was added to the system. */
  readonly threshold: number | null
  readonly judged: readonly Judged[]
}

export interface CorpusRun {
  readonly corpus: CorpusName
  /** Footnote first, then each peer as it comes and with a threshold. */
  readonly systems: readonly SystemRun[]
  readonly funding: readonly JudgedFunding[]
  /** Inputs that could not be put to Footnote; no system is judged on them. */
  readonly skipped: readonly string[]
}

export const OWN_NAME = 'Footnote'

export function evaluate(name: CorpusName): Promise<CorpusRun> {
  return withCorpus(name, async ({ library, fileOf }) => {
    const bot = botOver(library)
    const skipped: string[] = []
    const answers = new Map<QuestionRow, Answer>()
    for (const row of await readQuestions(name)) {
      const answer = await answerInput(row.input, bot)
      if (answer === null) skipped.push(row.input)
      else answers.set(row, answer)
    }
    const own = [...answers].map(([row, answer]) => judgeRow(row, responseOf(answer), fileOf))
    const peers = makePeers(sentencesOf(library)).flatMap((peer): SystemRun[] => {
      const found = [...answers.keys()].map((row) => {
        const { response, score } = responseOfPeer(peer, plainWords(row.input))
        return { judged: judgeRow(row, response, fileOf), score }
      })
      const tune = found.filter(({ judged }) => judged.row.split === 'tune')
      const asItComes: SystemRun = { system: peer.name, threshold: null, judged: found.map(({ judged }) => judged) }
      // Where all is held back there is nothing to find a threshold by.
      if (tune.length === 0) return [asItComes]
      const threshold = bestThreshold(tune.map(({ judged, score }) => ({ score, right: judged.right })))
      const cut = found.map(({ judged, score }) =>
        score !== null && score >= threshold ? judged : { ...judged, answered: false, right: false },
      )
      return [asItComes, { system: peer.name, threshold, judged: cut }]
    })
    const funding: JudgedFunding[] = []
    for (const question of await readFundingQuestions()) {
      if (question.corpus !== name) continue
      const answer = await answerInput(question.input, bot)
      if (answer === null) skipped.push(question.input)
      else funding.push(judgeFunding(question, answer))
    }
    return { corpus: name, systems: [{ system: OWN_NAME, threshold: null, judged: own }, ...peers], funding, skipped }
  })
}
