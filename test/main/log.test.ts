/** What no line of the log holds. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readConfig } from '#src/config.ts'
import { createLog } from '#src/main/log.ts'

/** At least as long as what is looked for: shorter ones would take words out of the log. */
const password = fc.string({ unit: 'grapheme', minLength: 6 }).filter((text) => text.trim() === text)

it.each([
  ['beside the user', (secret: string) => `postgres://me:${secret}@one,two/notes`],
  ['as a parameter', (secret: string) => `postgres://me@one/notes?sslmode=disable&password=${secret}`],
  ['of a key for TLS', (secret: string) => `postgres://me@one/notes?sslpassword=${secret}`],
])('a password that stands %s', (_where, addressWith) => {
  fc.assert(
    fc.property(password, (secret) => {
      const lines: string[] = []
      const address = addressWith(encodeURIComponent(secret))
      const log = createLog(readConfig({ DATABASE_URL: address }), (line) => lines.push(line))
      log.error({ reason: `no way to ${address}`, more: [secret] }, `<${secret}>`)
      const [line = ''] = lines
      // The words that were logged, whatever the secret is.
      expect(line).toMatch(/"more":\["\[secret\]"\],"msg":"<\[secret\]>"/)
      expect(line).not.toContain(`=${encodeURIComponent(secret)}`)
      expect(line).not.toContain(`:${encodeURIComponent(secret)}@`)
    }),
  )
})
