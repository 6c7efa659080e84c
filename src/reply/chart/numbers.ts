/** Amounts as a chart shows them. */
import { amountText } from '#src/corpus/funding/findings.ts'

const UNITS = [
  { size: 1_000_000_000, letter: 'B' },
  { size: 1_000_000, letter: 'M' },
  { size: 1000, letter: 'K' },
] as const

function symbol(currency: string): string {
  return amountText(0, currency).replace(/\s?0$/, '')
}

/** `$2.25M` where that is exact with at most three decimals; null otherwise. */
export function exactShort(amount: number, currency: string): string | null {
  const unit = UNITS.find(({ size }) => amount >= size)
  if (!unit) return amountText(amount, currency)
  const thousandths = (amount * 1000) / unit.size
  return Number.isInteger(thousandths) ? `${symbol(currency)}${thousandths / 1000}${unit.letter}` : null
}

/** The label of a bar: exact where `room` characters allow it, else rounded and said to be. */
export function barLabel(amount: number, currency: string, room: number): string {
  const full = amountText(amount, currency)
  const short = exactShort(amount, currency) ?? (full.length <= room ? full : null)
  if (short !== null) return short
  const unit = UNITS.find(({ size }) => amount >= size) ?? { size: 1, letter: '' }
  return `≈${symbol(currency)}${(amount / unit.size).toFixed(2)}${unit.letter}`
}

/** Round steps from zero to at least `max`, about four of them. */
export function ticks(max: number): number[] {
  const raw = max / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw) ?? 10 * power
  return Array.from({ length: Math.ceil(max / step - 1e-9) + 1 }, (_, i) => i * step)
}
