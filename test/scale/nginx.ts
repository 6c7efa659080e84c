/** nginx with `deploy/nginx/nginx.conf`, before processes of this machine; null where it is not installed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Balancer } from './balancer.ts'

const CONFIGURATION = new URL('../../deploy/nginx/nginx.conf', import.meta.url)
/** Where it writes; the image has folders for them. */
const WRITTEN = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** The program; null where there is none. */
export function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file)) ?? null
}

/** Only what names other machines is changed: who the replicas are, where it listens, and where it writes. */
export async function startNginx(program: string, targets: readonly string[]): Promise<Balancer> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-nginx-'))
  const port = await freePort()
  const [one = '', two = ''] = targets.map((target) => new URL(target).host)
  const paths = WRITTEN.map((what) => `${what}_temp_path ${join(folder, what)};`).join(' ')
  const changes: readonly (readonly [string, string])[] = [
    ['pid /run/nginx.pid;', `pid ${join(folder, 'pid')};`],
    ['http {', `http { ${paths}`],
    ['server one:8787', `server ${one}`],
    ['server two:8787', `server ${two}`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
  ]
  let text = readFileSync(CONFIGURATION, 'utf8')
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`nginx.conf has no ${from}`)
    text = text.replace(from, to)
  }
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, text)
  const user = process.getuid?.() === 0 ? ' user root;' : ''
  const errors = join(folder, 'errors')
  const args = ['-p', folder, '-c', file, '-e', errors, '-g', `daemon off; error_log ${errors};${user}`]
  const child = spawn(program, args, { stdio: 'ignore' })
  const ended = once(child, 'exit')
  for (let tries = 0; !(await listens(port)); tries += 1) {
    if (tries > 100 || child.exitCode !== null) throw new Error(`nginx did not start: ${readFileSync(errors, 'utf8')}`)
    await sleep(50)
  }
  return {
    url: `http://127.0.0.1:${port}/`,
    moved: () => readFileSync(errors, 'utf8').split('while connecting to upstream').length - 1,
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
