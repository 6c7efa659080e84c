/** The HTTP server for the local preview: the page, and whether the bot can answer yet. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Health, healthApp } from '#src/discord/health.ts'
import { type PreviewOptions, previewApp } from './app.ts'
import { secure } from './guard.ts'

export interface StartOptions extends PreviewOptions {
  /** 0: any free one. */
  readonly port: number
  readonly health: () => Health
}

/** Serves the preview; resolves once it listens, and rejects where it can't (the port is taken). */
export async function startPreview(options: StartOptions): Promise<{ url: string; stop: () => Promise<void> }> {
  const { host, port } = options
  const app = new Hono()
  app.notFound((c) => {
    c.res = c.text('There is nothing here.', 404)
    secure(c)
    return c.res
  })
  app.route('/', healthApp(options.health))
  app.route('/', previewApp(options))
  const { promise, resolve, reject } = Promise.withResolvers<AddressInfo>()
  const server = serve({ fetch: app.fetch, hostname: host, port }, resolve) as Server
  server.once('error', reject)
  const address = await promise
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address
  const url = `http://${shown}:${address.port}/`
  return {
    url,
    stop: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}
