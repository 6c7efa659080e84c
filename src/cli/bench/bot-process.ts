/** A bot in a process of its own, logged in to a stand-in for Discord in this one: what the measurements ask. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Discord, startDiscord } from '#test/discord/standin/index.ts'

/** As bootstrap.mjs starts the server. */
export const SERVER = {
  execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', '--optimize-for-size'],
  env: {
    MALLOC_ARENA_MAX: '2',
    NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/compiled', import.meta.url)),
  },
} as const

export interface BotProcess {
  readonly discord: Discord
  /** Bytes that the bot's process has resident now. */
  resident(): Promise<number>
  close(): Promise<void>
}

export interface Started {
  readonly execArgv: readonly string[]
  /** The whole environment of the process; left out, this one's. */
  readonly env?: Readonly<Record<string, string>>
}

/**
 * @param bot a module that exports `makeBot(): Bot | Promise<Bot>`, or `bare`: plain discord.js that replies "pong"
 * @throws Error with what the process said, if it ends before it is ready
 */
export async function openBotProcess(bot: string, started: Started = { execArgv: [] }): Promise<BotProcess> {
  const discord = await startDiscord()
  const script = fileURLToPath(new URL('./dispatch-bot.ts', import.meta.url))
  const child = fork(script, [bot, discord.apiUrl, discord.token], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [...started.execArgv],
    ...(started.env === undefined ? {} : { env: { ...started.env } }),
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said = `${said}${String(chunk)}`.slice(-4000)
  })
  const exit = once(child, 'exit')
  const close = async () => {
    child.kill()
    await exit
    await discord.stop()
  }
  const heard = () => Promise.race([once(child, 'message'), exit.then(() => null)])
  if ((await heard()) === null) {
    await close()
    throw new Error(`the bot of the benchmark ended before it was ready: ${said}`)
  }
  const resident = async () => {
    const answer = heard()
    child.send('resident')
    return z
      .tuple([z.number()])
      .rest(z.unknown())
      .parse(await answer)[0]
  }
  return { discord, resident, close }
}
