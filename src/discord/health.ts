/** Whether the bot can answer, for what starts, watches and balances processes. */
import { Hono } from 'hono'
import type { Shard } from './connection.ts'

export interface Health {
  readonly ok: boolean
  /** Why it can't answer, or what whoever runs it should look at although it does. */
  readonly reason?: string
}

/** That of a bot that can answer. @param fault why it does not answer from the newest fact sheets */
export const healthOf = (fault: string | null): Health =>
  fault === null ? { ok: true } : { ok: true, reason: `an older corpus is served because ${fault}` }

/**
 * That of the connection to Discord. A shard that is away for a while keeps the process from nothing but the events of its
 * own servers, and Discord keeps those for it; without any there is nothing to answer.
 */
export function healthOfShards(shards: readonly Shard[]): Health {
  const away = shards.filter(({ connected }) => !connected).map(({ id }) => id)
  if (away.length === 0 && shards.length > 0) return { ok: true }
  if (away.length === shards.length) return { ok: false, reason: 'no connection to Discord' }
  const which = `${away.length === 1 ? 'shard' : 'shards'} ${away.join(', ')} of ${shards.length}`
  return { ok: true, reason: `no connection to Discord for ${which}, counted from 0` }
}

/** That of a whole, of whose parts each must be well. */
export function healthOfBoth(one: Health, other: Health): Health {
  if (!one.ok || !other.ok) return one.ok ? other : one
  const reasons = [one, other].flatMap(({ reason }) => reason ?? [])
  return reasons.length === 0 ? { ok: true } : { ok: true, reason: reasons.join('; ') }
}

/** `GET /healthz`: 200 once the bot can answer, 503 with the reason otherwise. */
export function healthApp(health: () => Health): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => {
    const { ok, reason } = health()
    c.header('cache-control', 'no-store')
    if (ok) return c.json(reason === undefined ? { ok } : { ok, reason })
    return c.json({ ok, reason: reason ?? 'not ready' }, 503)
  })
  app.all('/healthz', (c) => c.text('Only GET.', 405, { allow: 'GET' }))
  return app
}
