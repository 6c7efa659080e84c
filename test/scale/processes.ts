/** Footnote as its own processes, as an operator would run them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface Process {
  readonly pid: number
  /** Where its health, its metrics and, with a public key, its endpoint are. */
  readonly url: string
  readonly said: () => string
  /** Resolves with the status it ends with; null where it was killed. */
  kill(signal: NodeJS.Signals): Promise<number | null>
}

/** Resolves once it says that it answers. */
export async function startProcess(environment: Readonly<Record<string, string>>): Promise<Process> {
  const env = { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...environment }
  const child: ChildProcess = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const hear = (chunk: unknown): void => {
    said += String(chunk)
    if (said.includes('Footnote answers from')) resolve()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)))
  await promise
  return {
    pid: child.pid ?? 0,
    url: /"url":"([^"]+)"/.exec(said)?.[1] ?? '',
    said: () => said,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      await once(child, 'exit')
      return child.exitCode
    },
  }
}
