/**
 * From what a person types for a topic to the topic: by its name or any of its words, with a slip of the keyboard
 * forgiven where only one topic lies near, and never a guess between two.
 */
import { editDistance } from './edit-distance.ts'
import type { StemmedWord, StemWords } from './phrases.ts'
import type { AmbiguousWord, AskedTopics, Topic } from './topics.ts'

/** One of the phrases that a topic goes by. */
export interface TopicName {
  readonly topic: Topic
  readonly phrase: string
  readonly words: readonly StemmedWord[]
}

export type Resolution =
  /** `corrected` is the phrase taken for a typing mistake, null where it was typed as it is. */
  | { readonly kind: 'topic'; readonly topic: Topic; readonly corrected: string | null }
  | ({ readonly kind: 'ambiguous' } & AmbiguousWord)
  /** Not a topic of the list: to be searched as it stands. `nearest` holds up to three topics that share its words. */
  | { readonly kind: 'free'; readonly words: string; readonly nearest: readonly Topic[] }

export interface TopicNames {
  resolve(typed: string, isWord?: (word: string) => boolean): Resolution
  suggest(typed: string, among?: ReadonlySet<string>): readonly Topic[]
}

/** Words that people put around a topic and that leave it the same. */
const AROUND = new Set(
  `a about activity against aid and area assistance effort for fight fighting general in inl initiative issue matter of on
  problem program programme programming project reform related response situation support the theme to topic with work`.split(
    /\s+/,
  ),
)

/** How long a typed value may be and still be compared letter by letter with every phrase. */
const LONGEST_SLIP = 60

/** Slips forgiven in a phrase of so many letters: too short a word turns into another too easily. */
function slipsAllowed(letters: number): number {
  if (letters < 5) return 0
  return letters < 10 ? 1 : 2
}

const stemsOf = (words: readonly StemmedWord[]) => words.map((word) => word.stem)
const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

/** @param asked finds topics and ambiguous words in a text, however many words stand around them */
export function createTopicNames(
  topics: readonly Topic[],
  names: readonly TopicName[],
  stemWords: StemWords,
  asked: (typed: string) => AskedTopics,
): TopicNames {
  const byStems = new Map<string, Topic>()
  const byLetters = new Map<string, TopicName>()
  const sharing = new Map<string, Set<Topic>>()
  for (const name of names) {
    const stems = stemsOf(name.words)
    // Run together, "counter narcotics" and "counternarcotics" are one.
    for (const key of [stems.join(' '), stems.join('')]) if (!byStems.has(key)) byStems.set(key, name.topic)
    if (!byLetters.has(letters(name.phrase))) byLetters.set(letters(name.phrase), name)
    for (const stem of stems) sharing.set(stem, (sharing.get(stem) ?? new Set()).add(name.topic))
  }
  const around = new Set([...AROUND].flatMap((word) => stemsOf(stemWords(word))))

  const resolve = (typed: string, isWord: (word: string) => boolean = () => false): Resolution => {
    const words = stemWords(typed)
    const topic = (found: Topic, corrected: string | null = null) =>
      ({ kind: 'topic', topic: found, corrected }) as const
    const stems = stemsOf(words)
    const exact = stems.length === 0 ? undefined : (byStems.get(stems.join(' ')) ?? byStems.get(stems.join('')))
    if (exact !== undefined) return topic(exact)

    const found = asked(typed)
    const meant = topicsOf(found)
    const isAround = (word: StemmedWord) => around.has(word.stem)
    const covered = (word: StemmedWord) => found.topics.some((it) => word.start >= it.start && word.end <= it.end)
    const only = meant[0]
    if (only !== undefined && meant.length === 1 && words.every((word) => covered(word) || isAround(word))) {
      return topic(only)
    }
    const unclear = found.ambiguous[0]
    if (unclear !== undefined && meant.length === 0) {
      const stem = stemsOf(stemWords(unclear.word))
      if (words.every((word) => stem.includes(word.stem) || isAround(word))) return { kind: 'ambiguous', ...unclear }
    }
    const strange = words.some((word) => !isWord(typed.slice(word.start, word.end)))
    const slip = strange ? nearestBySlip(typed) : null
    if (slip !== null && slip.length === 1 && slip[0] !== undefined) return topic(slip[0].topic, slip[0].phrase)
    const near = meant.length > 0 ? meant : [...(slip ?? []).map((name) => name.topic), ...sharingWords(words)]
    return { kind: 'free', words: typed.trim(), nearest: [...new Set(near)].slice(0, 3) }
  }

  const topicsOf = (found: AskedTopics): Topic[] => {
    const ids = new Set(found.topics.map((match) => match.topic))
    return topics.filter((topic) => ids.has(topic.id))
  }

  /** The nearest phrase of each topic that is as near as the nearest of all. */
  const nearestBySlip = (typed: string): TopicName[] => {
    const asTyped = letters(typed)
    const near = new Map<Topic, TopicName>()
    let limit = asTyped.length > LONGEST_SLIP ? 0 : slipsAllowed(asTyped.length)
    if (limit === 0) return []
    for (const [phrase, name] of byLetters) {
      if (slipsAllowed(phrase.length) === 0) continue
      const distance = editDistance(asTyped, phrase, limit)
      if (distance > limit) continue
      if (distance < limit) near.clear()
      limit = distance
      if (!near.has(name.topic)) near.set(name.topic, name)
    }
    return [...near.values()]
  }

  const sharingWords = (words: readonly StemmedWord[]): Topic[] => {
    const shares = new Map<Topic, number>()
    for (const stem of new Set(stemsOf(words).filter((stem) => !around.has(stem)))) {
      const having = sharing.get(stem) ?? new Set<Topic>()
      // A word that few topics use says more than one that many do.
      for (const topic of having) shares.set(topic, (shares.get(topic) ?? 0) + 1 / having.size)
    }
    return [...shares].sort((a, b) => b[1] - a[1]).map(([topic]) => topic)
  }

  const suggest = (typed: string, among?: ReadonlySet<string>): readonly Topic[] => {
    const start = typed.trim().toLowerCase()
    const allowed = (topic: Topic) => among === undefined || among.has(topic.id)
    const choices = topics.filter(allowed)
    if (start === '') return choices
    const begins = (text: string) => text.toLowerCase().startsWith(start)
    const ofNames = names.filter((name) => allowed(name.topic))
    const resolved = resolve(typed)
    const near =
      resolved.kind === 'topic' ? [resolved.topic] : resolved.kind === 'free' ? resolved.nearest : resolved.topics
    return [
      ...new Set([
        ...choices.filter((topic) => begins(topic.name)),
        ...choices.filter((topic) => topic.name.split(/[\s-]+/).some(begins)),
        ...ofNames.filter((name) => begins(name.phrase)).map((name) => name.topic),
        ...ofNames.filter((name) => name.phrase.split(/[\s-]+/).some(begins)).map((name) => name.topic),
        ...near.filter(allowed),
      ]),
    ]
  }
  return { resolve, suggest }
}
