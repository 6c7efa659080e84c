// Makes `npm start` and `npm test` work on a fresh clone: installs what the lock file names, then hands over
// to the Node 24 that the install brought along. Runs on Node 20 and newer, with nothing installed yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.footnote-installed')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
// What was read and stripped of its types once need not be again; where nothing can be written, it simply is.
const compiled = join(modules, '.cache', 'compiled')
// A server waits more than it works: memory counts more than the last tenth of speed. A command ends before that.
const serverFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', '--optimize-for-size']

/** Installs with `npm ci` unless the installed tree already matches the lock file. Output goes to standard error. */
function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  process.stderr.write('Installing what package-lock.json names (once) …\n')
  const windows = process.platform === 'win32'
  const done = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'],
    { cwd: root, stdio: ['ignore', 2, 2], shell: windows },
  )
  if (done.status !== 0) {
    process.stderr.write('The install failed; what npm said stands above. Mend that and run the command again.\n')
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}

/** Compiles for the server in a process of its own, unless nothing was changed since; where it fails, the server does. */
function compile() {
  const done = join(modules, '.cache', 'compiled-for-server')
  const since = statSync(done, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
  )
  if (sources.every((source) => statSync(source).mtimeMs < since)) return
  const { status } = spawnSync(runtime(), [...serverFlags, join(root, 'src/main/compile-server.ts')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  })
  if (status === 0) writeFileSync(done, '')
}

function mayWrite(folder) {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The Node binary to run with: this one when it is new enough, else the one from the registry. */
function runtime() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const local = join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(local)) return local
  process.stderr.write(
    `Footnote runs on Node 24; this is ${process.version}, and no Node 24 binary comes with npm for ${process.platform}-${process.arch}. Install Node 24, then run the command again.\n`,
  )
  return process.exit(1)
}

const [script, ...rest] = process.argv.slice(2)
if (script === undefined) {
  process.stderr.write('usage: node src/cli/bootstrap.mjs SCRIPT [ARGUMENT …]\n')
  process.exit(2)
}
install()
const file = resolve(root, script)
const node = runtime()
const server = script === 'src/main.ts'
if (server && mayWrite(modules)) compile()
if (node === process.execPath && !server) {
  module.enableCompileCache?.(compiled)
  process.argv = [process.execPath, file, ...rest]
  await import(pathToFileURL(file).href)
} else {
  const flags = server ? serverFlags : ['--disable-warning=ExperimentalWarning']
  const child = spawn(node, [...flags, file, ...rest], {
    stdio: 'inherit',
    // Two of glibc's arenas are enough for a process that mostly waits; each keeps its own free memory.
    env: { MALLOC_ARENA_MAX: '2', ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
}
