/** Everything that is measured behind one door: Footnote, and its peers with and without a threshold. */
import type { Answer } from '#src/answer/model.ts'
import type { Response, Shown } from './judge.ts'
import type { Peer, PeerHit } from './peers.ts'

/** What Footnote put before a person. */
export function responseOf(answer: Answer): Response {
  const [first] = answer.excerpts
  const answered = answer.outcome === 'answered'
  return {
    answered,
    answer:
      !answered || answer.answer === null || first === undefined
        ? null
        : { file: first.sheet.file, text: first.sheet.text.slice(answer.answer.start, answer.answer.end) },
    passages: answer.excerpts.map(({ sheet, passage }) => ({ file: sheet.file, text: passage.reading.text })),
  }
}

/** What a peer puts first, with its score; it answers whenever it finds anything. */
export function responseOfPeer(peer: Peer, words: string): { response: Response; score: number | null } {
  const found = peer.search(words)
  const [first] = found
  return {
    response: {
      answered: first !== undefined,
      answer: first === undefined ? null : { file: first.document.file, text: first.document.text },
      passages: passagesOf(found),
    },
    score: first?.score ?? null,
  }
}

/** The passages of the sentences found, each once, in order of their best sentence. */
function passagesOf(found: readonly PeerHit[]): readonly Shown[] {
  const seen = new Set(found.map(({ document }) => document.passage))
  const files = new Map(found.map(({ document }) => [document.passage, document.file]))
  return [...seen].map((passage) => ({ file: files.get(passage) ?? '', text: passage.reading.text }))
}
