/**
 * Many people at once: commands, completions of what is being typed, and presses of the buttons that the replies have,
 * in bursts whose interactions all arrive before the first is answered. Knows of the bot only what it is asked.
 */
import { type Answer, type Discord, type Message, type Options, Unanswered } from '#test/discord/standin/index.ts'
import { kind, nested } from '#test/discord/standin/rules/components.ts'
import { Random } from './random.ts'

/** Milliseconds that Discord waits for a callback. */
const WINDOW = 3_000

const COMMANDS: readonly { readonly name: string; readonly options: Options }[] = [
  { name: 'ask', options: { question: 'How many border posts has INL built or renovated in Tajikistan?' } },
  { name: 'ask', options: { question: 'What is the weather in Dushanbe?' } },
  { name: 'ask', options: { question: 'who trains the prosecutors' } },
  { name: 'program', options: { country: 'Azerbaijan', topic: 'trafficking in persons' } },
  { name: 'program', options: { country: 'tajikistan' } },
  { name: 'compare', options: { countries: 'azerbaijan, tajikistan', topic: 'border security' } },
  { name: 'funding', options: { country: 'azerbaijan' } },
  { name: 'figures', options: { topic: 'peacekeeping' } },
  { name: 'glossary', options: { term: 'RLA' } },
  { name: 'verify', options: { quote: 'The RLA program was established in 2005.' } },
  { name: 'cite', options: { text: 'cops, courts', format: 'ris' } },
  { name: 'sources', options: {} },
]

const TYPED: readonly { readonly name: string; readonly focused: string; readonly options: Options }[] = [
  { name: 'program', focused: 'country', options: { country: 'a' } },
  { name: 'program', focused: 'topic', options: { country: 'Tajikistan', topic: 'bor' } },
  { name: 'compare', focused: 'countries', options: { countries: 'Azerbaijan, ta' } },
  { name: 'glossary', focused: 'term', options: { term: 'legal' } },
]

/** Of how many messages with buttons the latest are kept to press. */
const SHOWN = 40

export interface Load {
  /** Milliseconds from dispatch to callback of each interaction that was answered. */
  readonly times: readonly number[]
  /** Interactions answered after three seconds, or not at all. */
  readonly late: number
  /** Interactions with more than one callback. */
  readonly twice: number
  /** How many there were of each kind. */
  readonly kinds: { readonly command: number; readonly autocomplete: number; readonly button: number }
}

export class MixedAsker {
  readonly #discord: Discord
  readonly #random: Random
  readonly #shown: Message[] = []
  readonly #kinds = { command: 0, autocomplete: 0, button: 0 }
  readonly #times: number[] = []
  #late = 0
  #twice = 0

  constructor(discord: Discord, seed: number) {
    this.#discord = discord
    this.#random = new Random(seed)
  }

  get load(): Load {
    return { times: this.#times, late: this.#late, twice: this.#twice, kinds: this.#kinds }
  }

  /** Sends so many at once and waits until each is answered or late. The first burst has no buttons to press yet. */
  async burst(size: number): Promise<void> {
    await this.#count(Array.from({ length: size }, () => this.#next()))
  }

  /** So many times the same command at once, for a bot that knows no other. */
  async burstOf(name: string, size: number): Promise<void> {
    this.#kinds.command += size
    await this.#count(Array.from({ length: size }, () => this.#discord.slash(name)))
  }

  #next(): Promise<Answer> {
    const what = this.#random.between(0, 2)
    const button = what === 0 ? this.#button() : null
    if (button !== null) {
      this.#kinds.button += 1
      return this.#discord.button(button.message, button.id)
    }
    const typed = what === 1 ? this.#random.pick(TYPED) : undefined
    if (typed !== undefined) {
      this.#kinds.autocomplete += 1
      return this.#discord.autocomplete(typed.name, typed.focused, typed.options)
    }
    this.#kinds.command += 1
    const { name, options } = this.#random.pick(COMMANDS) ?? { name: 'help', options: {} }
    return this.#discord.slash(name, options)
  }

  /** Any that stands in one of the latest messages now: a press may have changed the message. */
  #button(): { readonly message: Message; readonly id: string } | null {
    const message = this.#random.pick(this.#shown)
    const id = this.#random.pick(message === undefined ? [] : buttons(message))
    return message === undefined || id === undefined ? null : { message, id }
  }

  async #count(asked: readonly Promise<Answer>[]): Promise<void> {
    for (const done of await Promise.allSettled(asked)) {
      if (done.status === 'rejected') {
        if (!(done.reason instanceof Unanswered)) throw done.reason
        this.#late += 1
        continue
      }
      const answer = done.value
      this.#times.push(answer.elapsed)
      if (answer.after > WINDOW) this.#late += 1
      if (this.#discord.attempts(answer) > 1) this.#twice += 1
      if (answer.message === null || buttons(answer.message).length === 0) continue
      this.#shown.push(answer.message)
      if (this.#shown.length > SHOWN) this.#shown.shift()
    }
  }
}

function buttons(message: Message): readonly string[] {
  return nested(message.body['components']).flatMap((item) => {
    const id = item['custom_id']
    return item['type'] === kind.button && item['disabled'] !== true && typeof id === 'string' ? [id] : []
  })
}
