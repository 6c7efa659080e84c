/** /program: what the fact sheets say of a topic in a country. */
import { program } from '#src/answer/program.ts'
import { topicsByCountry } from '#src/answer/topic-index.ts'
import { countryName } from '#src/corpus/places/index.ts'
import { type Command, declare, laidOut, textOption, topicOf } from './command.ts'
import { completeCountry, completeTopic } from './complete.ts'

export const programCommand: Command = {
  declaration: declare('program', 'What has been done in a country, on a topic, in the source’s own words', [
    textOption('country', 'A country, such as Tajikistan; leave it out to see all countries', { completed: true }),
    textOption('topic', 'A topic, such as border security; leave it out to see all topics', { completed: true }),
  ]),
  example: (library) => {
    for (const [code, topics] of topicsByCountry(library)) {
      const topic = library.vocabulary.topic(topics[0] ?? '')
      if (topic !== undefined) return `/program country:${countryName(code)} topic:${topic.name}`
    }
    return null
  },
  run: async ({ values }, asking) => {
    const input = { country: values['country'] ?? null, topic: topicOf(values, asking) }
    return laidOut(await program(input, asking.library), asking)
  },
  complete: (option, typed, values, asking) =>
    option === 'country' ? completeCountry(typed, asking) : completeTopic(typed, values['country'], asking),
}
