/** The far side of the sandbox: converts what it is sent. It may be ended at any moment. */
import { parentPort } from 'node:worker_threads'
import { countryName, findPlaces } from '../places/index.ts'
import { proposalOf } from './convert.ts'
import { convertSource } from './source.ts'

const countries = { find: (text: string) => findPlaces(text), name: countryName }

parentPort?.on('message', ({ name, bytes, today }: { name: string; bytes: Uint8Array; today: string }) => {
  convertSource(name, bytes, countries)
    .then((body) => {
      // What is asked of the body later is asked here once, where it can still be ended.
      if (body.ok) proposalOf(body, countries, today, null)
      parentPort?.postMessage(body)
    })
    .catch((error: unknown) => {
      const refusal = {
        ok: false,
        message: `could not be converted (${error instanceof Error ? error.name : 'unknown error'}).`,
        cure: 'Save it as plain text (.txt) and add that.',
      }
      parentPort?.postMessage(refusal)
    })
})
