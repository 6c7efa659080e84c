/** The far side of the sandbox: converts what it is sent. It may be ended at any moment. */
import { Worker } from 'node:worker_threads'
import { countryName, findPlaces } from '../places/index.ts'
import { type Asking, proposeSource } from './source.ts'

const countries = { find: (text: string) => findPlaces(text), name: countryName }

// What a parser holds outside of JavaScript's own memory is bounded by nothing else, and only another thread can look.
new Worker(new URL('./sandbox-watch.ts', import.meta.url), { workerData: Number(process.argv[2]) }).unref()

process.on('disconnect', () => process.exit())
process.on('message', ({ asking, bytes }: { asking: Asking; bytes: Uint8Array }) => {
  proposeSource(asking, bytes, countries)
    .then((proposed) => process.send?.(proposed))
    .catch((error: unknown) => {
      const refusal = {
        ok: false,
        message: `could not be converted (${error instanceof Error ? error.name : 'unknown error'}).`,
        cure: 'Save it as plain text (.txt) and add that.',
      }
      process.send?.(refusal)
    })
})
