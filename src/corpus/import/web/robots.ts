/** What a site allows a program that reads it (RFC 9309). */

interface Rule {
  readonly allow: boolean
  readonly path: string
}

/** At most so much of the file counts, as the RFC lets a reader decide. */
const MOST_READ = 500_000

/** Whether `path` (with its query) may be fetched by `agent` under that robots.txt. The longest rule wins; a tie allows. */
export function mayFetch(robots: string, agent: string, path: string): boolean {
  const rules = rulesFor(robots.slice(0, MOST_READ), agent.toLowerCase())
  let best: Rule | null = null
  for (const rule of rules)
    if (
      matches(rule.path, path) &&
      (best === null || rule.path.length > best.path.length || (rule.path.length === best.path.length && rule.allow))
    )
      best = rule
  return best?.allow ?? true
}

/** The rules of the groups that name the agent; else those for everybody. */
function rulesFor(robots: string, agent: string): readonly Rule[] {
  const own: Rule[] = []
  const everybody: Rule[] = []
  let named: string[] = []
  let inRules = false
  let ownNamed = false
  for (const line of robots.split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? []
    const key = field.toLowerCase()
    if (key === 'user-agent') {
      if (inRules) named = []
      inRules = false
      named.push(value.trim().toLowerCase())
      ownNamed ||= named.includes(agent)
    } else if (key === 'allow' || key === 'disallow') {
      inRules = true
      const rule = { allow: key === 'allow', path: value.trim() }
      if (rule.path === '') continue
      if (named.includes(agent)) own.push(rule)
      if (named.includes('*')) everybody.push(rule)
    }
  }
  return ownNamed ? own : everybody
}

/** `*` stands for anything, `$` at the end for the end. Walked piece by piece: a pattern can't make it slow. */
function matches(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const pieces = (ends ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, piece] of rest.entries()) {
    if (ends && index === rest.length - 1) return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return !ends || at === path.length
}
