/**
 * What an answer was asked, read from the answer itself: for a reply to a command's answer, of which Discord says only
 * who asked, and from which a conversation may go on all the same.
 */

import type { Sealer } from '../reply/state.ts'
import { plainText } from '../reply/terminal.ts'
import { english } from '../reply/words/en.ts'
import { spanish } from '../reply/words/es.ts'
import { NOT_ASKED, PAGE, readCarried, SHARE, typedIn } from './controls.ts'
import type { Declarations } from './register.ts'

/** @param components of the answer, as Discord gives them; null where they don't say what was asked */
export function askedIn(components: unknown, sealer: Sealer, declarations: Declarations): string | null {
  const nodes = nodesOf(components)
  const line = typedIn(components)
  for (const { custom_id: id } of nodes) {
    const state = typeof id === 'string' ? sealer.open(id) : null
    if (state?.action === NOT_ASKED) return state.args[0] ?? null
    if (state?.action !== PAGE && state?.action !== SHARE) continue
    const { input } = readCarried(state.action === PAGE ? state.args.slice(1) : state.args, line, declarations)
    if (input?.values['question'] !== undefined) return input.values['question']
  }
  return understoodIn(nodes)
}

/** The line of what was understood: `Azerbaijan · funding · 2007`, in the words that a question has for it. */
function understoodIn(nodes: readonly Node[]): string | null {
  const first = nodes.flatMap(({ content }) => (typeof content === 'string' ? content.split('\n') : []))
  const line = first.find((text) => text.startsWith('-# ') && !text.startsWith('-# ›'))
  if (line === undefined || first.indexOf(line) > 1) return null
  const parts = plainText(line).split(' · ')
  return parts.map((part) => spanish.topicTyped(english.topicTyped(part))).join(' ')
}

interface Node {
  readonly custom_id?: unknown
  readonly content?: unknown
}

function nodesOf(components: unknown): readonly Node[] {
  if (!Array.isArray(components)) return []
  return components.flatMap((component: unknown): readonly Node[] =>
    typeof component === 'object' && component !== null
      ? [component, ...('components' in component ? nodesOf(component.components) : [])]
      : [],
  )
}
