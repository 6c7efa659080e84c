/** Completions that several commands share: countries by name, topics by name. */
import { topicsByCountry } from '#src/answer/topic-index.ts'
import { countryName, resolveCountry, suggestCountries } from '#src/corpus/places/index.ts'
import type { Asking, Completion } from './command.ts'

/** Names of covered countries for what was typed; all of them for nothing. */
export function completeCountry(typed: string, asking: Asking): readonly string[] {
  return suggestCountries(typed, asking.library.covered).map(countryName)
}

/** Names of topics for what was typed, narrowed to those of the country already chosen. */
export function completeTopic(typed: string, country: string | undefined, asking: Asking): readonly Completion[] {
  const { library, words } = asking
  const index = topicsByCountry(library)
  const resolved = country === undefined ? null : resolveCountry(country)
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
