/**
 * The local page as a Hono app of its own, so that it can share a server with the other surfaces: `GET /` and what
 * lies under `/preview/`. It sees the bot and no token.
 */
import { type Context, Hono } from 'hono'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Bot } from '#src/discord/surface.ts'
import { readAssets } from './assets.ts'
import { Channel, type Explain } from './channel.ts'
import { complete } from './complete.ts'
import { hostCheck, originCheck, securityHeaders, sizeCheck } from './guard.ts'
import { welcome } from './welcome.ts'

export interface PreviewOptions {
  readonly bot: Bot
  /** The address the server listens on: whose name a request may use. */
  readonly host: string
  readonly log: Pick<Logger, 'error' | 'info'>
  /** The ranking's own figures for an input, shown to keepers beside the reply. */
  readonly explain?: Explain | undefined
}

const text = z.string().max(6000)
const bodies = {
  complete: z.strictObject({ line: text }),
  say: z.strictObject({ input: text.min(1), replyTo: text.nullable() }),
  press: z.strictObject({ message: text, customId: text, values: z.array(text).max(25) }),
  submit: z.strictObject({ modal: text, fields: z.record(text, z.union([text, z.array(text).max(25)])) }),
  menu: z.strictObject({ message: text, command: text }),
}

export function previewApp({ bot, host, log, explain }: PreviewOptions): Hono {
  const app = new Hono()
  const assets = readAssets()
  const channel = new Channel(bot, explain ?? null)
  for (const path of ['/', '/preview/*']) app.use(path, securityHeaders, hostCheck(host), originCheck, sizeCheck)

  app.get('/', (c) => c.body(page(assets.get('index.html')?.data, c)))
  app.get('/preview/assets/:name', (c) => {
    const asset = assets.get(c.req.param('name'))
    return asset === undefined ? c.notFound() : c.body(asset.data, 200, { 'content-type': asset.contentType })
  })
  app.get('/preview/files/:id/:name', (c) => {
    return channel.attachments.serve(c.req.param('id'), c.req.param('name')) ?? c.notFound()
  })
  app.get('/preview/welcome', async (c) => c.json(await welcome(bot, channel)))

  post('complete', ({ line }) => complete(line, bot.declarations, (act) => channel.autocomplete(act)))
  post('say', ({ input, replyTo }) => channel.say(input, replyTo))
  post('press', ({ message, customId, values }) => channel.press(message, customId, values))
  post('submit', ({ modal, fields }) => channel.submit(modal, fields))
  post('menu', ({ message, command }) => channel.menu(message, command))

  app.all('/', (c) => c.text('Only GET.', 405, { allow: 'GET' }))
  app.all('/preview/:rest{.+}', (c) => {
    if (Object.hasOwn(bodies, c.req.param('rest'))) return c.text('Only POST.', 405, { allow: 'POST' })
    return c.req.method === 'GET' ? c.notFound() : c.text('Only GET.', 405, { allow: 'GET' })
  })
  app.onError((error, c) => {
    log.error({ err: error, path: c.req.path }, 'the preview failed')
    return c.text('Something went wrong in the preview; its log says what.', 500)
  })
  return app

  function post<Name extends keyof typeof bodies>(
    name: Name,
    act: (body: z.infer<(typeof bodies)[Name]>) => Promise<unknown>,
  ): void {
    app.post(`/preview/${name}`, async (c) => {
      const read = bodies[name].safeParse(await c.req.json().catch(() => null))
      if (!read.success) return c.text(z.prettifyError(read.error), 400)
      // The schema that was just used is the one of this name.
      const answer = await act(read.data as z.infer<(typeof bodies)[Name]>)
      return c.json(answer as object)
    })
  }
}

/**
 * The page; it runs the `q` of its address at once, unless another site sent the visitor: then it only fills it in, so
 * that no foreign link makes the bot do something.
 */
function page(html: Uint8Array<ArrayBuffer> | undefined, c: Context): string {
  c.header('content-type', 'text/html; charset=utf-8')
  const foreign = ['cross-site', 'same-site'].includes(c.req.header('sec-fetch-site') ?? 'none')
  return new TextDecoder().decode(html).replace('data-run="yes"', foreign ? 'data-run="no"' : 'data-run="yes"')
}
