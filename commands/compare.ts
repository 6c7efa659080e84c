/** /compare: one topic in two to four countries, side by side. */
import { compare } from '#src/answer/compare.ts'
import { topicsByCountry } from '#src/answer/topic-index.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { type Command, declare, laidOut, textOption, topicOf } from './command.ts'
import { completeCountry, completeTopic } from './complete.ts'

export const compareCommand: Command = {
  declaration: declare('compare', 'One topic in two to four countries, side by side', [
    textOption('countries', 'Two to four, such as: Azerbaijan, Tajikistan', { required: true, completed: true }),
    textOption('topic', 'A topic, such as border security', { required: true, completed: true }),
  ]),
  example: (library) => {
    // Countries with a fact sheet of their own have more to compare than those that a general one mentions.
    const own = new Set(library.sheets.flatMap(({ meta }) => meta.countries))
    const index = [...topicsByCountry(library)].sort(([one], [other]) => Number(own.has(other)) - Number(own.has(one)))
    for (const [one, topics] of index)
      for (const [other, others] of index) {
        const shared = topics.find((id) => one !== other && others.includes(id))
        const topic = shared === undefined ? undefined : library.vocabulary.topic(shared)
        if (topic !== undefined)
          return `/compare countries:${countryName(one)}, ${countryName(other)} topic:${topic.name}`
      }
    return null
  },
  run: async ({ values }, asking) => {
    const input = { countries: values['countries'] ?? '', topic: topicOf(values, asking) ?? '' }
    return laidOut(await compare(input, asking.library), asking)
  },
  complete: (option, typed, _values, asking) => {
    if (option === 'topic') return completeTopic(typed, undefined, asking)
    // Only the country after the last comma is completed; what stands before it is kept as typed.
    const last = typed.lastIndexOf(',') + 1
    const before = typed.slice(0, last)
    const chosen = before.split(',').map((name) => name.trim().toLowerCase())
    return completeCountry(typed.slice(last).trim(), asking)
      .filter((country) => ![country.name, country.value].some((name) => chosen.includes(name.toLowerCase())))
      .map(({ name, value }) =>
        before === '' ? { name, value } : { name: `${before} ${name}`, value: `${before} ${value}` },
      )
  },
}
