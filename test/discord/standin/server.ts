/** The HTTP side: reads a request, checks who sends it, lets scripted faults happen, and hands it to its route. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Faults, faultReply, type Route, routes } from './faults.ts'
import type { Upload } from './rules/message.ts'
import type { World } from './world.ts'

export interface Request {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly Upload[]
  /** When the last byte of it arrived, on the monotonic clock in milliseconds. */
  readonly at: number
}

export interface Reply {
  readonly status: number
  readonly body?: unknown
}

export type Handlers = Readonly<Record<Route, (request: Request) => Reply>>

/** Discord's answer to a body that breaks its rules. */
export function invalidForm(problems: readonly string[]): Reply {
  return { status: 400, body: { code: 50035, message: 'Invalid Form Body', errors: { _errors: problems } } }
}

const table = routes.map((route) => {
  const [method = '', path = ''] = route.split(' ')
  return { route, method, pattern: new RegExp(`^/api/v10${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`) }
})

export interface Listening {
  readonly server: Server
  readonly port: number
}

export function listen(server: Server, port = 0): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<Listening>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => resolve({ server, port: (server.address() as AddressInfo).port }))
  return promise
}

export function createRest(world: World, faults: Faults, handlers: Handlers): Server {
  return createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    void serve(request, response, world, faults, handlers)
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  world: World,
  faults: Faults,
  handlers: Handlers,
) {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk)
  } catch {
    return // The client went away in the middle.
  }
  const at = performance.now()
  const url = new URL(request.url ?? '/', 'http://localhost')
  const hit = table.find(({ method, pattern }) => method === request.method && pattern.test(url.pathname))
  if (hit === undefined) {
    world.violations.push(`rest: Discord has no ${request.method} ${url.pathname}`)
    return send(response, { status: 404, body: { code: 0, message: '404: Not Found' } })
  }
  const denied = refusal(request, hit.route, world)
  if (denied !== null) return send(response, denied)
  const fault = faults.take(hit.route)
  if (fault !== null && fault.applied !== true) return fail(response, fault)
  const read = await readBody(request.headers['content-type'] ?? '', Buffer.concat(chunks))
  if (typeof read === 'string') {
    world.violations.push(`rest: ${hit.route}: ${read}`)
    return send(response, invalidForm([read]))
  }
  // discord.js writes @original as %40original.
  const params = { ...hit.pattern.exec(decodeURIComponent(url.pathname))?.groups }
  const reply = handlers[hit.route]({ params, query: url.searchParams, at, ...read })
  if (fault !== null) return fail(response, fault)
  return send(response, reply)
}

/** A missing or wrong token, a foreign User-Agent: what Discord turns away before it looks at the body. */
function refusal(request: IncomingMessage, route: Route, world: World): Reply | null {
  if (!/^DiscordBot \(\S+, \S+\)/.test(request.headers['user-agent'] ?? '')) {
    world.violations.push(`rest: ${route}: the User-Agent must begin with DiscordBot (address, version)`)
    return { status: 403, body: { code: 40333, message: 'internal network error' } }
  }
  const byToken = route.includes('/interactions/') || route.includes('/webhooks/')
  const given = request.headers.authorization
  if (byToken ? given === undefined || given === `Bot ${world.token}` : given === `Bot ${world.token}`) return null
  return { status: 401, body: { code: 0, message: '401: Unauthorized' } }
}

function fail(response: ServerResponse, fault: Parameters<typeof faultReply>[0]): void {
  if (fault.status === 0) {
    response.socket?.destroy()
    return
  }
  const { status, headers, body } = faultReply(fault)
  send(response, { status, body }, headers)
}

function send(response: ServerResponse, reply: Reply, headers: Record<string, string> = {}): void {
  const body = reply.body === undefined ? '' : JSON.stringify(reply.body)
  response.writeHead(reply.status, { ...(body === '' ? {} : { 'content-type': 'application/json' }), ...headers })
  response.end(body)
}

/** The body and its files, or what is wrong with the way they came. */
async function readBody(type: string, raw: Buffer): Promise<{ body: unknown; files: readonly Upload[] } | string> {
  if (raw.length === 0) return { body: null, files: [] }
  if (type.startsWith('application/json')) return { body: parse(raw.toString()), files: [] }
  if (!type.startsWith('multipart/form-data')) return `content-type ${type}`
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files: Upload[] = []
  for (const [field, value] of form) {
    if (typeof value === 'string') continue
    files.push({ field, name: value.name, contentType: value.type, data: new Uint8Array(await value.arrayBuffer()) })
  }
  const payload = form.get('payload_json')
  return typeof payload === 'string' ? { body: parse(payload), files } : 'multipart without payload_json'
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return null
  }
}
