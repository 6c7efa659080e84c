/** Completions that several commands share: countries by name, topics by name. */
import { topicsByCountry } from '#src/answer/topic-index.ts'
import { countryName, resolveCountry, suggestCountries } from '#src/corpus/places/index.ts'
import { folded } from '#src/reply/words/folded.ts'
import type { Asking, Completion } from './command.ts'

/** Covered countries for what was typed, all of them for nothing; shown as the asker's language has them, sent in English. */
export function completeCountry(
  typed: string,
  { library, words }: Asking,
): readonly { readonly name: string; readonly value: string }[] {
  const { covered } = library
  const start = folded(typed)
  const translated = covered.filter((code) => start !== '' && folded(words.country(code)).startsWith(start))
  const found = new Set([...suggestCountries(typed, covered), ...translated])
  return [...found].map((code) => ({ name: words.country(code), value: countryName(code) }))
}

/** Names of topics for what was typed, narrowed to those of the country already chosen. */
export function completeTopic(typed: string, country: string | undefined, asking: Asking): readonly Completion[] {
  const { library, words } = asking
  const index = topicsByCountry(library)
  const resolved = country === undefined ? null : resolveCountry(words.countryTyped(country))
  const among =
    resolved?.kind === 'country'
      ? new Set(index.get(resolved.code) ?? [])
      : new Set([...index.values()].flatMap((topics) => [...topics]))
  const suggested = library.vocabulary.suggest(typed, among).map(({ name }) => name)
  // In another language a topic is found by its name there too; what is sent is its own name in either case.
  const start = typed.trim().toLowerCase()
  const translated = library.vocabulary.topics
    .filter(({ id, name }) => among.has(id) && start !== '' && words.topic(name).toLowerCase().includes(start))
    .map(({ name }) => name)
  return [...new Set([...suggested, ...translated])].map((name) => ({ name: words.topic(name), value: name }))
}
