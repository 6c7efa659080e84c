/** Whether the bot can answer, for what starts, watches and balances processes. */
import { Hono } from 'hono'

export interface Health {
  readonly ok: boolean
  /** Why it can't answer, or what whoever runs it should look at although it does. */
  readonly reason?: string
}

/** That of a bot that can answer. @param fault why it does not answer from the newest fact sheets */
export const healthOf = (fault: string | null): Health =>
  fault === null ? { ok: true } : { ok: true, reason: `an older corpus is served because ${fault}` }

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
