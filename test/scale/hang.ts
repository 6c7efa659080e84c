/** A server that is there and does nothing, as on a machine that hangs: connections are taken and never answered. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Server } from '../support/postgres.ts'

/** Stops all its processes; returns what lets them go on. */
export function hang({ folder }: Server): () => void {
  const head = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0])
  const below = execFileSync('ps', ['--ppid', String(head), '-o', 'pid='], { encoding: 'utf8' })
  const all = [head, ...below.trim().split(/\s+/).map(Number)]
  const signal = (name: NodeJS.Signals) => {
    for (const pid of all)
      try {
        process.kill(pid, name)
      } catch {
        // One that has ended meanwhile.
      }
  }
  signal('SIGSTOP')
  return () => signal('SIGCONT')
}
