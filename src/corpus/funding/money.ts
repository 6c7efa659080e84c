/** The grammar of amounts: a currency, a number, a scale, in the orders in which people print them. */
import { currencyAfter, currencyBefore } from './currency.ts'
import { cutScale, looksRunTogether, type NumberRun, numberRun, slipAfter, wholeAmount } from './numbers.ts'
import { POWERS, type Scale, scaleAt } from './scales.ts'
import type { Token } from './tokens.ts'
import type { CaveatKind } from './types.ts'

export interface MoneyNode {
  readonly type: 'money'
  readonly amount: number | null
  readonly currency: string
  /** Whether the source prints a currency. */
  readonly marked: boolean
  readonly scale: Scale | null
  readonly problems: readonly CaveatKind[]
  readonly from: number
  readonly to: number
  readonly next: number
}

const HARMLESS: ReadonlySet<CaveatKind> = new Set(['space-in-number', 'scale-from-heading'])

const isPoint = (token: Token | undefined): boolean => token?.kind === 'comma' || token?.kind === 'stop'

/** The number at token `i` or behind its currency sign; stray dots and commas before it make it malformed. */
function runAfter(tokens: readonly Token[], i: number, prefixed: boolean): NumberRun | null {
  let at = i
  while (prefixed && /^(?:comma|stop)$/.test(tokens[at]?.kind ?? '')) at += 1
  const run = numberRun(tokens, at)
  const loose = !prefixed && isPoint(tokens[i - 1]) && tokens[i - 2]?.kind !== 'number'
  return run && (at > i || loose) ? { ...run, problems: ['malformed'] } : run
}

/** Whether the amount is glued to a number before it, as columns are that ran together. */
function gluedBefore(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.kind === 'currency' && tokens[i]?.spaced === false && tokens[i - 1]?.kind === 'number'
}

export interface Unit {
  /** Whether a number without a currency may be an amount. */
  readonly bare?: boolean
  /** What a heading (`$ in thousands`) says of numbers that have no scale of their own. */
  readonly scale?: Scale | null
}

/** The amount that begins at token `i`. */
export function moneyAt(tokens: readonly Token[], i: number, unit: Unit = {}): MoneyNode | null {
  const prefix = currencyBefore(tokens, i)
  const run = runAfter(tokens, prefix ? prefix.next : i, prefix !== null)
  const first = tokens[i]
  if (!run || !first) return null
  const scaled = scaleAt(tokens, run.next)
  const end = scaled ? scaled[1] : run.next
  const suffix = prefix ? null : currencyAfter(tokens, end)
  if (!prefix && !suffix && !unit.bare) return null
  const scale = scaled ? scaled[0] : null
  const unitScale = scale ?? unit.scale ?? null
  const whole = wholeAmount(run.digits, unitScale ? POWERS[unitScale] : 0)
  const problems = new Set(run.problems)
  if (typeof whole !== 'number') problems.add(looksRunTogether(run.digits) ? 'run-together' : whole)
  if (gluedBefore(tokens, i)) problems.add('run-together')
  const slip = suffix ? null : slipAfter(tokens, end)
  if (slip) problems.add(slip.kind)
  if (!scale && cutScale(tokens, end)) problems.add('cut-off').add('malformed')
  if (!scale && unit.scale) problems.add('scale-from-heading')
  const next = suffix?.[1] ?? slip?.next ?? end
  const exact = typeof whole === 'number' && [...problems].every((problem) => HARMLESS.has(problem))
  return {
    type: 'money',
    amount: exact ? whole : null,
    currency: prefix?.currency ?? suffix?.[0] ?? 'USD',
    marked: Boolean(prefix ?? suffix),
    scale,
    problems: [...problems],
    from: first.from,
    to: tokens[next - 1]?.to ?? first.to,
    next,
  }
}
