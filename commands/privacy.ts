/** /privacy: what is kept of whoever asks, and its deletion. The reply is that person's alone. */
import { makeAnswer } from '#src/answer/model.ts'
import { textReply } from '#src/reply/model.ts'
import type { Owner } from '#src/store/store.ts'
import { type Command, declareWithSubcommands } from './command.ts'

export const privacyCommand: Command = {
  declaration: declareWithSubcommands('privacy', 'What is kept of you, and how to have it deleted', [
    { name: 'show', description: 'What is kept of you, and for how long', options: [] },
    { name: 'delete', description: 'Delete everything that is kept of you, at once', options: [] },
  ]),
  repeatable: false,
  run: async ({ subcommand }, { store, words, person }) => {
    const owner: Owner = { kind: 'person', id: person.id }
    const said =
      subcommand === 'delete'
        ? [words.privacy.deleted(await store.clearDossier(owner))]
        : words.privacy.kept((await store.dossier(owner)).length)
    return { answer: makeAnswer('answered', null), reply: textReply('answered', said, true) }
  },
}
