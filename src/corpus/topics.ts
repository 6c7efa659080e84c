/**
 * The topics of the field: which of them a text speaks of, and which one a person means who types a word for it.
 * A word outside the list is still searched as it stands; that is the search's affair, not this module's.
 */
import type { Fault } from './fault.ts'
import { type FoundPhrase, PhraseTable, type StemmedWord, type StemWords } from './phrases.ts'
import { createTopicNames, type Resolution, type TopicName } from './topic-names.ts'
import { type ParsedTopics, type Path, parseTopics, TopicsError } from './topics-file.ts'

export interface Topic {
  readonly id: string
  /** As a person reads it. */
  readonly name: string
  /** What marks a passage as being about the topic. */
  readonly terms: readonly string[]
  /** Ids of the topics that this one is a part of. */
  readonly broader: readonly string[]
}

/** A word that alone may mean several topics, and which. */
export interface AmbiguousWord {
  readonly word: string
  readonly topics: readonly Topic[]
}

/** A topic found in a text; `[start, end)` in UTF-16 code units of that text. */
export interface TopicMatch {
  readonly topic: string
  /** The vocabulary's term, not the text's words. */
  readonly term: string
  readonly start: number
  readonly end: number
}

/** What a question asks for. */
export interface AskedTopics {
  readonly topics: readonly TopicMatch[]
  /** Ambiguous words that stand in it without a word that decides. */
  readonly ambiguous: readonly AmbiguousWord[]
}

export interface Vocabulary {
  /** In the order of the file. */
  readonly topics: readonly Topic[]
  topic(id: string): Topic | undefined
  /**
   * The topics a source's text is about, in the order of the text.
   * @param words the words of `text` where the caller has them already; stemming is most of the work
   */
  match(text: string, words?: readonly StemmedWord[]): readonly TopicMatch[]
  /** As `match`, for a question: words that are too broad to mark a passage count here. */
  asked(question: string): AskedTopics
  /** The topic and all that are a part of it: who asks for police gets community policing too. */
  within(id: string): ReadonlySet<string>
  /**
   * What a person means who typed this for a topic.
   * @param isWord whether the fact sheets hold a word: such a word is no typing mistake
   */
  resolve(typed: string, isWord?: (word: string) => boolean): Resolution
  /**
   * Completions for what was typed so far, best first.
   * @param among ids of the topics to choose from; all where left out
   */
  suggest(typed: string, among?: ReadonlySet<string>): readonly Topic[]
}

/** `asks` counts in questions only; `name` stands for no topic and hides what lies inside it. */
type Entry =
  | { readonly kind: 'term' | 'asks'; readonly topic: Topic; readonly term: string; readonly words: ExactWords }
  | { readonly kind: 'name' }
  | { readonly kind: 'ambiguous'; readonly ambiguous: AmbiguousWord }

/** The words of an exact entry as they must stand; null where stems decide. */
type ExactWords = readonly string[] | null

/**
 * Reads the vocabulary.
 * @param yamlText the content of topics.yaml
 * @param file its name, for faults
 * @throws TopicsError that lists every fault with its line
 */
export function loadTopics(yamlText: string, file: string, stemWords: StemWords): Vocabulary {
  const parsed = parseTopics(yamlText, file)
  const topics = new Map<string, Topic>()
  for (const { id, name, terms, exact, broader } of parsed.content.topics) {
    if (!topics.has(id)) topics.set(id, { id, name, terms: [...terms, ...exact], broader })
  }
  const faults: Fault[] = []
  checkReferences(parsed, topics, faults)
  const table = new PhraseTable<Entry>()
  const names = fillTable(parsed, topics, table, stemWords, faults)
  if (faults.length > 0) throw new TopicsError(faults.sort((a, b) => a.line - b.line))
  return vocabularyOf([...topics.values()], table, names, stemWords)
}

const MEND_ID = 'Name the id of a topic of this file; ids are unique and none is part of itself.'

function checkReferences({ content, fault }: ParsedTopics, topics: ReadonlyMap<string, Topic>, faults: Fault[]): void {
  const seen = new Set<string>()
  content.topics.forEach((topic, index) => {
    if (seen.has(topic.id)) faults.push(fault(['topics', index, 'id'], `"${topic.id}" is there twice.`, MEND_ID))
    seen.add(topic.id)
    topic.broader.forEach((id, at) => {
      const path = ['topics', index, 'broader', at]
      if (!topics.has(id)) faults.push(fault(path, `no topic has the id "${id}".`, MEND_ID))
      else if (partsOf(topic.id, topics).has(id)) {
        faults.push(fault(path, `"${id}" is itself a part of "${topic.id}".`, MEND_ID))
      }
    })
  })
  content.ambiguous.forEach((entry, index) => {
    entry.topics.forEach((id, at) => {
      if (!topics.has(id))
        faults.push(fault(['ambiguous', index, 'topics', at], `no topic has the id "${id}".`, MEND_ID))
    })
  })
}

/** Fills the table and returns all names of topics; a phrase that two topics claim is a fault. */
function fillTable(
  { content, fault }: ParsedTopics,
  topics: ReadonlyMap<string, Topic>,
  table: PhraseTable<Entry>,
  stemWords: StemWords,
  faults: Fault[],
): TopicName[] {
  const names: TopicName[] = []
  const owners = new Map<string, string>()
  const add = (path: Path, phrase: string, owner: string, entry: Entry): void => {
    const stems = stemWords(phrase).map((word) => word.stem)
    const key = stems.join(' ')
    const other = owners.get(key) ?? owner
    const exact = entry.kind === 'term' && entry.words !== null
    if (key === '') faults.push(fault(path, `"${phrase}" has no word.`, 'Write a word, or leave the entry out.'))
    else if (other !== owner && !exact) {
      faults.push(fault(path, `"${phrase}" is a phrase of ${other} too.`, 'Keep it with one of the two.'))
    } else {
      if (!exact) owners.set(key, owner)
      table.add(stems, entry)
    }
  }
  content.topics.forEach((source, index) => {
    const topic = topics.get(source.id)
    if (topic === undefined) return
    names.push({ topic, phrase: topic.name, words: stemWords(topic.name) })
    for (const key of ['terms', 'exact', 'asks'] as const) {
      source[key].forEach((term, at) => {
        const words = key === 'exact' ? stemWords(term).map((word) => term.slice(word.start, word.end)) : null
        const entry: Entry = { kind: key === 'asks' ? 'asks' : 'term', topic, term, words }
        add(['topics', index, key, at], term, `topic ${topic.id}`, entry)
        names.push({ topic, phrase: term, words: stemWords(term) })
      })
    }
  })
  content.ambiguous.forEach((source, index) => {
    const meant = source.topics.flatMap((id) => topics.get(id) ?? [])
    const ambiguous = { word: source.word, topics: meant }
    add(['ambiguous', index, 'word'], source.word, 'the ambiguous words', { kind: 'ambiguous', ambiguous })
  })
  content.names.forEach((name, at) => {
    add(['names', at], name, 'the names', { kind: 'name' })
  })
  return names
}

function vocabularyOf(
  topics: readonly Topic[],
  table: PhraseTable<Entry>,
  names: readonly TopicName[],
  stemWords: StemWords,
): Vocabulary {
  const byId = new Map(topics.map((topic) => [topic.id, topic]))
  const find = (
    text: string,
    question: boolean,
    words = stemWords(text),
  ): { matches: TopicMatch[]; ambiguous: AmbiguousWord[] } => {
    const asPrinted = (from: number, to: number) =>
      words.slice(from, to).map((word) => text.slice(word.start, word.end))
    const found = table.find(
      words.map((word) => word.stem),
      (entry, from, to) => {
        if (entry.kind === 'name') return true
        if (entry.kind === 'ambiguous' || entry.kind === 'asks') return question
        return entry.words === null || standsExactly(entry.words, asPrinted(from, to), question)
      },
    )
    const span = ({ from, to }: FoundPhrase<Entry>) => ({
      start: words[from]?.start ?? 0,
      end: words[to - 1]?.end ?? 0,
    })
    const matches = new Map<string, TopicMatch>()
    const ambiguous = new Set<AmbiguousWord>()
    for (const each of found) {
      if (each.value.kind === 'ambiguous') ambiguous.add(each.value.ambiguous)
      else if (each.value.kind !== 'name') {
        const { topic, term } = each.value
        const key = `${topic.id} ${each.from}`
        if (!matches.has(key)) matches.set(key, { topic: topic.id, term, ...span(each) })
      }
    }
    return { matches: [...matches.values()], ambiguous: [...ambiguous] }
  }
  const asked = (question: string): AskedTopics => {
    const { matches, ambiguous } = find(question, true)
    const decided = new Set(matches.map((match) => match.topic))
    const open = ambiguous.filter((word) => !word.topics.some((topic) => decided.has(topic.id)))
    return { topics: matches, ambiguous: open }
  }
  const named = createTopicNames(topics, names, stemWords, (typed) => {
    const { matches, ambiguous } = find(typed, true)
    return { topics: matches, ambiguous }
  })
  return {
    topics,
    topic: (id) => byId.get(id),
    match: (text, words) => find(text, false, words).matches,
    asked,
    within: (id) => partsOf(id, byId),
    resolve: named.resolve,
    suggest: named.suggest,
  }
}

/** Expected in capitals, it must stand in capitals, unless a person typed it. */
function standsExactly(expected: readonly string[], printed: readonly string[], typed: boolean): boolean {
  return expected.every((word, at) => {
    const other = printed[at] ?? ''
    return word === other || ((typed || /\p{Ll}/u.test(word)) && word.toLowerCase() === other.toLowerCase())
  })
}

function partsOf(id: string, topics: ReadonlyMap<string, Topic>): ReadonlySet<string> {
  const parts = new Set(topics.has(id) ? [id] : [])
  for (const part of parts) {
    for (const topic of topics.values()) if (topic.broader.includes(part)) parts.add(topic.id)
  }
  return parts
}
