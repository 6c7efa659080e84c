/** What a number counts: the noun phrase behind it, told without a dictionary from endings and function words. */
import { lower, type Token } from '../funding/tokens.ts'

const STOP =
  /^(?:of|in|on|at|by|for|from|to|with|within|without|into|onto|over|under|across|around|about|throughout|through|since|during|between|among|against|before|after|until|upon|via|per|as|than|that|which|who|whom|whose|where|when|while|if|because|so|but|or|nor|yet|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|shall|should|do|does|did|the|a|an|this|these|those|their|its|his|her|our|it|they|we|he|she|including|such|also|not|each|both|all|ago|old|alone|more|now|currently|them|there|here|then|thanks|due|along|plus|worth|annually|together|out|up|down|off|away|participate|participated|received|attended|took|made|went|came|became|began|led|held|won|left|got|gave|sent|built)$/
const COLLECTIVE =
  /^(?:police|people|personnel|staff|children|women|men|troops|youth|equipment|km|kg|percent|aircraft)$/
/** Endings of verbs and adverbs; a capital makes the word part of a name. */
const VERBLIKE = /^\p{Ll}.*(?:ed|ing|ly)$/u
/** Plurals that stand before another noun as often as alone: `customs officers`, `war crimes trials`. */
const ATTRIBUTIVE =
  /^(?:police|women|rights|corrections|operations|narcotics|customs|crimes|drugs|arms|weapons|sports|forensics|logistics|communications|systems|news|affairs|services|studies|skills|goods|gangs|youth|troops|sales|claims|records|justice)$/
const LONGEST = 8

/** Whether a phrase may end with this word: a plural, or a word that is one without saying so. */
function isHead(token: Token | undefined): boolean {
  const word = lower(token)
  return COLLECTIVE.test(word) || (/s$/.test(word) && !/(?:ss|us|is|['’]s)$/.test(word) && word.length > 2)
}

function isWord(token: Token | undefined): token is Token {
  return token?.kind === 'word' && !STOP.test(token.text.toLowerCase())
}

/** Index after the word at `i` with what is glued to it: `U.S.`, `police-public`, `local/municipal`. */
function afterWord(tokens: readonly Token[], i: number): number {
  let next = i + 1
  for (;;) {
    const [glue, part] = [tokens[next], tokens[next + 1]]
    const joint = glue && !glue.spaced && /^(?:dash|slash|stop)$/.test(glue.kind)
    const dashed = glue?.kind === 'dash' && part?.kind === 'number' && !part.spaced
    if (joint && (part?.kind === 'word' || dashed) && !part?.spaced) next += 2
    else if (glue?.kind === 'word' && !glue.spaced && tokens[next - 1]?.kind === 'number') next += 1
    else if (
      joint &&
      glue.kind === 'stop' &&
      tokens[next - 1]?.text.length === 1 &&
      /^\p{Lu}/u.test(tokens[next - 1]?.text ?? '') &&
      next - i > 1
    )
      return next + 1
    else return next
  }
}

/** Index after a further noun within reach of an attributive plural: `human rights law clinics`; `i` without one. */
function extended(tokens: readonly Token[], i: number): number {
  let at = i
  if (!ATTRIBUTIVE.test(lower(tokens[i - 1]))) return i
  for (let words = 0; words < 3; words += 1) {
    const token = tokens[at]
    if (!isWord(token) || lower(token) === 'and' || (VERBLIKE.test(token.text) && !isHead(token))) return i
    const next = afterWord(tokens, at)
    if (isHead(tokens[next - 1])) return next
    at = next
  }
  return i
}

/** `departments of corrections`, `hours of training`: a bare noun after `of` belongs to what is counted. */
function afterOf(tokens: readonly Token[], i: number): number {
  const noun = tokens[i + 1]
  if (lower(tokens[i]) !== 'of' || !isWord(noun) || !/^\p{Ll}/u.test(noun.text)) return i
  const next = afterWord(tokens, i + 1)
  return extended(tokens, next)
}

/** `Department of Justice advisors`, `Access to Justice centers`: small words inside a name. */
function isNameJoint(tokens: readonly Token[], at: number, first: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const capital = (token: Token | undefined): boolean => token?.kind === 'word' && /^\p{Lu}/u.test(token.text)
  return at > first && /^(?:of|to|for|on)$/.test(lower(tokens[at])) && capital(before) && capital(after)
}

/** Whether what stands at token `i` tells what was done by the counted rather than what is counted: `312 passed`. */
export function opensVerb(tokens: readonly Token[], i: number): boolean {
  return /^\p{Ll}.*ed$/u.test(tokens[i]?.text ?? '') && !isHead(tokens[unitEnd(tokens, i) - 1])
}

/** The phrase's end from token `i` on; `i` itself where nothing is counted. */
export function unitEnd(tokens: readonly Token[], i: number): number {
  let at = i
  for (let words = 0; words < LONGEST; words += 1) {
    const token = tokens[at]
    if (lower(token) === 'and' && at > i && isWord(tokens[at + 1]) && !isHead(tokens[at - 1])) {
      at += 1
      continue
    }
    if (isNameJoint(tokens, at, i)) {
      at += 1
      continue
    }
    if (!isWord(token) || lower(token) === 'and') break
    at = afterWord(tokens, at)
    if (!isHead(tokens[at - 1])) continue
    for (let further = extended(tokens, at); further > at; further = extended(tokens, at)) at = further
    return afterOf(tokens, at)
  }
  // No plural came: the first word or two are the safest reading.
  return at > i ? Math.min(at, shortPhrase(tokens, i)) : i
}

function shortPhrase(tokens: readonly Token[], i: number): number {
  let at = afterWord(tokens, i)
  for (let words = 1; words < 4; words += 1) {
    const token = tokens[at]
    if (!isWord(token) || lower(token) === 'and' || VERBLIKE.test(token.text)) break
    at = afterWord(tokens, at)
  }
  return at
}
