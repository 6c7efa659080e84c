/**
 * Sizes and colours of the chart. The panel is opaque and its own, so that it reads the same on Discord's dark and
 * light themes; every colour has at least 3:1 against it, text at least 4.5:1. Discord shows an image about 550 pixels
 * wide, so nothing is printed smaller than 12 of 720.
 */
export const WIDTH = 720
export const PLOT = { left: 76, right: 24, height: 264 } as const
/** Enough for a screen with two pixels where Discord counts one: 1,080 of them for its 550. */
export const ZOOM = 1.5

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

/** Advance widths of DejaVu Sans by kind of character, in parts of the font size; on the generous side. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’|!ijlI()[\]-]/, 0.37],
  [/[frt–"]/, 0.44],
  [/[mwMW%—@]/, 0.98],
  [/\p{Lu}/u, 0.72],
]
const OTHER_WIDTH = 0.64

/** About how wide `text` is; nothing is laid out more exactly than this. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce(
    (width, sign) => width + (WIDTHS.find(([kind]) => kind.test(sign))?.[1] ?? OTHER_WIDTH) * size,
    0,
  )
}

/** `text` cut to `room`, with an ellipsis where something is missing. */
export function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text
  const signs = [...text]
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > room) signs.pop()
  return `${signs.join('').trimEnd()}…`
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
