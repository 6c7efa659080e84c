/** `npm run deploy`: registers the commands with Discord by one overwrite; with `--plan` only says what would change. */
import { parseArgs } from 'node:util'
import { commands, menus } from '#commands/index.ts'
import { ConfigError, readConfig } from '../config.ts'
import type { Difference } from '../discord/compare.ts'
import { deploy } from '../discord/deploy.ts'
import { FatalError } from '../discord/fatal.ts'
import { inAllLanguages } from '../reply/words/declarations.ts'

const USAGE = `usage: npm run deploy                registers the commands where they differ
       npm run deploy -- --plan      says how they differ and changes nothing; exit status 1 where they do
`

class UsageError extends Error {}

function planOnly(): boolean {
  try {
    return parseArgs({ options: { plan: { type: 'boolean' } } }).values.plan === true
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

const shown = (value: unknown): string => (value === null ? 'nothing' : JSON.stringify(value))

/** One line: `/funding options.0.description: "…" declared, "…" registered`. */
function line({ command, kind, field, declared, registered }: Difference): string {
  if (kind === 'missing') return `${command}: declared, not registered`
  if (kind === 'extra') return `${command}: registered, not declared`
  return `${command} ${field}: ${shown(declared)} declared, ${shown(registered)} registered`
}

async function main(): Promise<number> {
  const plan = planOnly()
  const { discordToken, discordApiUrl } = readConfig()
  if (discordToken === null) throw new ConfigError('DISCORD_TOKEN: expected the bot’s token, to register its commands.')
  const declarations = [...commands, ...menus].map(({ declaration }) => inAllLanguages(declaration))
  const { differences, invite } = await deploy({
    token: discordToken,
    apiUrl: discordApiUrl,
    declarations,
    apply: !plan,
  })
  const say = (text: string): boolean => process.stdout.write(`${text}\n`)
  for (const difference of differences) say(line(difference))
  if (differences.length === 0) say(`The ${declarations.length} commands are registered as declared.`)
  else if (plan) say(`${differences.length} differences; npm run deploy registers what is declared.`)
  else say(`The ${declarations.length} commands are registered now. Invite the bot: ${invite}`)
  return plan && differences.length > 0 ? 1 : 0
}

process.exitCode = await main().catch((error: unknown) => {
  const told = error instanceof UsageError || error instanceof ConfigError || error instanceof FatalError
  const text = error instanceof Error ? (told ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${text}\n${error instanceof UsageError ? USAGE : ''}`)
  return error instanceof UsageError || error instanceof ConfigError ? 2 : 1
})
