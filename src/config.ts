/** The environment, read once and in one place. A wrong value is an error that names the variable, never a secret. */
import { dirname, join } from 'node:path'
import { config as readDotenv } from 'dotenv'
import { z } from 'zod'
import { AddressError, hostsOf } from './database/address.ts'

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'a port from 0 to 65535')

const webAddress = z
  .string()
  .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'an address with http or https')
  .transform((value) => value.replace(/\/+$/, ''))

const databaseAddress = z.string().superRefine((value, context) => {
  try {
    hostsOf(value)
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof AddressError ? error.message : 'postgres://…' })
  }
})

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^(?:Bot )?[\w.-]{20,}$/, 'the bot’s token from Discord’s developer page, nothing else')
    .optional(),
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'the application’s public key, 64 hexadecimal digits')
    .optional(),
  DISCORD_API_URL: webAddress.default('https://discord.com/api'),
  CORPUS_DIR: z.string().default('corpus'),
  STORE_FILE: z.string().default('footnote.sqlite'),
  DATABASE_URL: databaseAddress.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8787),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** Where what is slow to find is remembered between starts; emptied with the packages that decide what stands in it. */
export const CACHE_FOLDER = join(dirname(import.meta.dirname), 'node_modules', '.cache', 'footnote')
export interface Config {
  readonly discordToken: string | null
  readonly discordPublicKey: string | null
  /** Without a version. */
  readonly discordApiUrl: string
  readonly corpusDir: string
  readonly storeFile: string
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  readonly logLevel: z.infer<typeof schema>['LOG_LEVEL']
}

/** One line a variable that is wrong: its name and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** An empty value is one that was not given. */
function given(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(environment).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
  )
  return Object.fromEntries(entries)
}

/**
 * Reads the configuration.
 * @throws ConfigError
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = fromProcess()): Config {
  const parsed = schema.safeParse(given(environment))
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: expected ${wanted(issue)}.`).join('\n'),
    )
  const { data } = parsed
  return {
    discordToken: data.DISCORD_TOKEN?.replace(/^Bot /, '') ?? null,
    discordPublicKey: data.DISCORD_PUBLIC_KEY?.toLowerCase() ?? null,
    discordApiUrl: data.DISCORD_API_URL,
    corpusDir: data.CORPUS_DIR,
    storeFile: data.STORE_FILE,
    databaseUrl: data.DATABASE_URL ?? null,
    host: data.HOST,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
  }
}

function wanted(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `one of ${issue.values.join(', ')}` : issue.message
}

function fromProcess(): Readonly<Record<string, string | undefined>> {
  readDotenv({ quiet: true })
  return process.env
}
