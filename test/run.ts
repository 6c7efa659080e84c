/**
 * `npm test`: the whole check. Format and lint, types, then all tests with the import rules among them. It goes on
 * after a failure, so that one run tells everything.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NO_POSTGRES, POSTGRES_BIN } from './support/postgres.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'node_modules', '.bin')

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

const STEPS: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'tests', command: ['vitest', 'run', ...process.argv.slice(2)] },
]

/** What this machine lacks, and which tests are left out for it. */
const OPTIONAL: readonly { readonly missing: boolean; readonly says: string }[] = [
  {
    missing: !existsSync('/usr/bin/chromium'),
    says: 'Chromium is not at /usr/bin/chromium: the tests of the preview and of links to the words in a browser are left out.',
  },
  { missing: POSTGRES_BIN === null, says: NO_POSTGRES },
]

const failed = STEPS.filter(({ name, command: [program, ...rest] }) => {
  process.stdout.write(`\n── ${name}\n`)
  const done = spawnSync(join(bin, program), rest, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` },
    shell: process.platform === 'win32',
  })
  return done.status !== 0
})

for (const { missing, says } of OPTIONAL) if (missing) process.stdout.write(`\nLeft out: ${says}\n`)
process.stdout.write(
  failed.length === 0 ? '\nAll checks passed.\n' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}.\n`,
)
process.exitCode = failed.length === 0 ? 0 : 1
