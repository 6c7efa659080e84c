/**
 * What is counted, in Prometheus' text. No label holds what a person typed or who it was: commands are those declared,
 * outcomes and reasons those there are.
 */
import { type APIInteraction, InteractionType } from 'discord-api-types/v10'
import { Hono } from 'hono'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answer } from '../answer/model.ts'
import type { FootnoteBot, Handled } from './bot.ts'
import type { Shard } from './connection.ts'
import type { Refused } from './http.ts'
import type { IncomingMessage } from './surface.ts'
import type { Heard } from './talk.ts'

/** Seconds; Discord's patience ends at three. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3]

/** What stands for a command where the bot was mentioned or written to. */
const MESSAGE = 'message'

export interface CorpusFigures {
  readonly version: string
  readonly sheets: number
  readonly passages: number
}

export interface Sources {
  /** Null while none is read. */
  readonly corpus: () => CorpusFigures | null
  /** The shards of the gateway in this process; null without a gateway. */
  readonly shards: () => readonly Shard[] | null
  /** Whether replays are looked for in all processes; null where there is one. */
  readonly replaysShared?: () => boolean | null
}

export interface Metrics {
  /** `GET /metrics`. */
  readonly app: Hono
  /** The same bot, its answers counted and timed. */
  measured(bot: FootnoteBot): FootnoteBot
  refused(reason: Refused): void
}

export function createMetrics({ corpus, shards, replaysShared = () => null }: Sources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const questions = new Counter({
    name: 'footnote_questions_total',
    help: 'Interactions and messages answered, by command, outcome and the reason of a refusal.',
    labelNames: ['command', 'outcome', 'reason'],
    registers,
  })
  const seconds = new Histogram({
    name: 'footnote_answer_seconds',
    help: 'From an interaction to its response, sending not included.',
    labelNames: ['command'],
    buckets: BUCKETS,
    registers,
  })
  const refusals = new Counter({
    name: 'footnote_requests_refused_total',
    help: 'Requests over HTTP that were not answered, by reason.',
    labelNames: ['reason'],
    registers,
  })
  new Gauge({
    name: 'footnote_gateway_connected',
    help: '1 while events of the gateway arrive in this process, on every shard.',
    registers,
    collect() {
      const now = shards()
      if (now === null) this.remove()
      else this.set(Number(now.length > 0 && now.every(({ connected }) => connected)))
    },
  })
  new Gauge({
    name: 'footnote_gateway_shard_connected',
    help: '1 while events of the gateway arrive on this shard.',
    labelNames: ['shard'],
    registers,
    collect() {
      this.reset()
      for (const { id, connected } of shards() ?? []) this.set({ shard: id }, Number(connected))
    },
  })
  new Gauge({
    name: 'footnote_replays_shared',
    help: '1 while replays are looked for in all processes, 0 while the primary is away and in this one alone.',
    registers,
    collect() {
      const now = replaysShared()
      if (now === null) this.remove()
      else this.set(Number(now))
    },
  })
  new Gauge({
    name: 'footnote_corpus_sheets',
    help: 'Fact sheets that answers come from; the label is the version of them all.',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset()
      const now = corpus()
      if (now !== null) this.set({ version: now.version }, now.sheets)
    },
  })
  new Gauge({
    name: 'footnote_corpus_passages',
    help: 'Passages that answers come from.',
    registers,
    collect() {
      this.set(corpus()?.passages ?? 0)
    },
  })

  const app = new Hono()
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType }))
  app.all('/metrics', (c) => c.text('Only GET.', 405, { allow: 'GET' }))

  return {
    app,
    refused: (reason) => refusals.inc({ reason }),
    measured(bot) {
      const count = (command: string, { outcome, reason }: Pick<Answer, 'outcome' | 'reason'>): void =>
        questions.inc({ command, outcome, reason: reason ?? '' })
      const declared = new Set(bot.declarations.map(({ name }) => name))
      const handle = async (interaction: APIInteraction): Promise<Handled> => {
        const command = commandOf(interaction, declared)
        const end = seconds.startTimer({ command })
        const handled = await bot.handle(interaction)
        end()
        count(command, handled.answer ?? { outcome: 'answered', reason: null })
        return handled
      }
      const hear = async (message: IncomingMessage): Promise<Heard | null> => {
        const end = seconds.startTimer({ command: MESSAGE })
        const heard = await bot.hear(message)
        // Most that is said where the bot is present asks it nothing.
        if (heard === null) return null
        end()
        count(MESSAGE, heard.answer)
        return heard
      }
      return {
        ...bot,
        handle,
        hear,
        respond: async (interaction) => (await handle(interaction)).response,
        chat: async (message) => (await hear(message))?.message ?? null,
      }
    },
  }
}

function commandOf(interaction: APIInteraction, declared: ReadonlySet<string>): string {
  switch (interaction.type) {
    case InteractionType.Ping:
      return 'ping'
    case InteractionType.ApplicationCommandAutocomplete:
      return 'autocomplete'
    case InteractionType.MessageComponent:
      return 'component'
    case InteractionType.ModalSubmit:
      return 'form'
    case InteractionType.ApplicationCommand:
      return declared.has(interaction.data.name) ? interaction.data.name : 'unknown'
  }
}
