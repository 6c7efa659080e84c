/**
 * How much one person and one channel may ask: a bucket each that holds a minute's questions and fills evenly. What is
 * held here may be forgotten at a restart; nothing else depends on it.
 */

/** Questions a minute, and as many at once. */
export const PER_PERSON = 60
export const PER_CHANNEL = 300
const MINUTE = 60_000
/** More buckets than these are looked through for full ones, which say nothing. */
const MOST_BUCKETS = 10_000

export type Verdict =
  | { readonly allowed: true }
  /** `first`: this is the first refusal since the last question that was answered. */
  | { readonly allowed: false; readonly who: 'person' | 'channel'; readonly seconds: number; readonly first: boolean }

export interface FairUse {
  /** Takes a question out of both buckets, or out of none. */
  ask(person: string, channel: string | null): Verdict
}

interface Bucket {
  level: number
  at: number
  told: boolean
}

/** @param now milliseconds on any clock that only goes forward */
export function fairUse(
  limits: { readonly person: number; readonly channel: number } = { person: PER_PERSON, channel: PER_CHANNEL },
  now: () => number = () => performance.now(),
): FairUse {
  const people = new Map<string, Bucket>()
  const channels = new Map<string, Bucket>()

  function filled(buckets: Map<string, Bucket>, id: string, size: number, time: number): Bucket {
    const level = (bucket: Bucket) => Math.min(size, bucket.level + ((time - bucket.at) * size) / MINUTE)
    if (buckets.size > MOST_BUCKETS)
      for (const [other, bucket] of buckets) if (level(bucket) >= size) buckets.delete(other)
    const known = buckets.get(id)
    const bucket = { level: known === undefined ? size : level(known), at: time, told: known?.told ?? false }
    buckets.set(id, bucket)
    return bucket
  }

  const refusal = (bucket: Bucket, who: 'person' | 'channel', size: number): Verdict => {
    const first = !bucket.told
    bucket.told = true
    const seconds = Math.max(1, Math.ceil(((1 - bucket.level) * MINUTE) / size / 1000))
    return { allowed: false, who, seconds, first }
  }

  return {
    ask(person, channel) {
      const time = now()
      const own = filled(people, person, limits.person, time)
      if (own.level < 1) return refusal(own, 'person', limits.person)
      const shared = channel === null ? null : filled(channels, channel, limits.channel, time)
      if (shared !== null && shared.level < 1) return refusal(shared, 'channel', limits.channel)
      for (const bucket of shared === null ? [own] : [own, shared]) {
        bucket.level -= 1
        bucket.told = false
      }
      return { allowed: true }
    },
  }
}
