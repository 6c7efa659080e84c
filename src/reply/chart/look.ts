/**
 * Sizes and colours of the chart. The panel is opaque and its own, so that it reads the same on Discord's dark and
 * light themes; every colour has at least 3:1 against it, text at least 4.5:1. Discord shows an image about 550 pixels
 * wide, so nothing is printed smaller than 12 of 720.
 */
export const WIDTH = 720
export const PLOT = { left: 76, right: 24, height: 264 } as const
export const ZOOM = 2

export const COLOURS = {
  panel: '#FAFBFD',
  border: '#C9D0DC',
  text: '#161B26',
  quiet: '#4D5666',
  grid: '#DDE2EA',
  axis: '#7A8496',
  warning: '#A3261B',
} as const

/** Told apart with the common kinds of colour blindness too, most alike ones far from each other. */
const SERIES = ['#2459A9', '#C2570C', '#1F7A5C', '#8B3A9E', '#8A6D0B', '#0E7490', '#B02A5B', '#5B4636'] as const

export function colourOf(series: readonly string[], name: string): string {
  return SERIES[Math.max(0, series.indexOf(name)) % SERIES.length] ?? SERIES[0]
}

/** About how wide `text` is in DejaVu Sans. */
export function widthOf(text: string, size: number): number {
  return text.length * size * 0.62
}

/** `text` cut to `room`, with an ellipsis where something is missing. */
export function fitted(text: string, size: number, room: number): string {
  const most = Math.max(1, Math.floor(room / (size * 0.62)))
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** Lines of at most `room`, at most `count` of them. */
export function wrapped(text: string, size: number, room: number, count: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= room) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  const kept = lines.slice(0, count)
  if (lines.length > count) kept.splice(-1, 1, `${kept.at(-1) ?? ''} …`)
  return kept.map((line) => fitted(line, size, room))
}
