/** What each REST route does. A body that breaks a rule is turned away as Discord would, and remembered as a violation. */
import {
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod'
import { callbackHandler } from './callbacks.ts'
import { registered } from './commands.ts'
import type { Interactions } from './interactions.ts'
import { integer, object, objects, text } from './json.ts'
import { commandProblems } from './rules/command.ts'
import { flag, messageProblems } from './rules/message.ts'
import { type Handlers, invalidForm, type Reply, type Request } from './server.ts'
import { addMessage, apiMessage, apiUser, change, guildOf, isHidden, type Message, type World } from './world.ts'

const unknownMessage: Reply = { status: 404, body: { code: 10008, message: 'Unknown Message' } }
const unknownChannel: Reply = { status: 404, body: { code: 10003, message: 'Unknown Channel' } }
const noAccess: Reply = { status: 403, body: { code: 50001, message: 'Missing Access' } }
const unknownWebhook: Reply = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } }
const followUpFlags = flag.suppressEmbeds | flag.ephemeral | flag.silent | flag.v2
const channelFlags = flag.suppressEmbeds | flag.silent | flag.v2

/** What GET /gateway/bot tells. */
export interface GatewayInformation {
  readonly url: string
  readonly shards: number
  readonly concurrency: number
  /** Sessions that may be started before the day is over. */
  readonly remaining: number
}

/** The handlers; `gateway` says where the gateway listens, `created` hears of each new message of the bot. */
export function createHandlers(
  world: World,
  interactions: Interactions,
  gateway: () => GatewayInformation,
  created: (message: Message) => void,
): Handlers {
  const nonces = new Map<string, Message>()

  function reject(what: string, problems: readonly string[]): Reply {
    world.violations.push(...problems.map((problem) => `${what}: ${problem}`))
    return invalidForm(problems)
  }

  function createMessage({ params, body, files }: Request): Reply {
    const channelId = params['channel'] ?? ''
    if (channelId === world.group) return noAccess
    if (guildOf(world, channelId) === null && channelId !== world.direct) return unknownChannel
    const { message_reference, nonce, enforce_nonce, ...rest } = object(body)
    const problems = messageProblems(body, {
      schema: MessageCreateRequestSchema,
      flags: channelFlags,
      files,
      before: null,
    })
    const reference = text(object(message_reference)['message_id'])
    if (reference !== '' && world.messages.get(reference)?.deleted !== false) {
      if (object(message_reference)['fail_if_not_exists'] !== false) problems.push('message_reference: Unknown message')
    }
    if (problems.length > 0) return reject('create message', problems)
    const known = enforce_nonce === true ? nonces.get(String(nonce)) : undefined
    if (known !== undefined) return { status: 200, body: apiMessage(world, known) }
    const reply = reference === '' ? null : reference
    const message = addMessage(world, { channelId, author: world.bot, bot: true, body: rest, files, reference: reply })
    if (nonce !== undefined) nonces.set(String(nonce), message)
    created(message)
    return { status: 200, body: apiMessage(world, message) }
  }

  function edit(message: Message | undefined, request: Request, schema: typeof MessageEditRequestPartialSchema): Reply {
    if (message === undefined || message.deleted) return unknownMessage
    if (!message.bot)
      return { status: 403, body: { code: 50005, message: 'Cannot edit a message authored by another user' } }
    const before = { body: message.body, files: message.files }
    const problems = messageProblems(request.body, { schema, flags: channelFlags, files: request.files, before })
    if (problems.length > 0) return reject('edit message', problems)
    change(message, request.body, request.files)
    return { status: 200, body: apiMessage(world, message) }
  }

  function remove(message: Message | undefined): Reply {
    if (message === undefined || message.deleted) return unknownMessage
    message.deleted = true
    return { status: 204 }
  }

  function inChannel({ params }: Request): Message | undefined {
    const message = world.messages.get(params['message'] ?? '')
    return message?.channelId === params['channel'] ? message : undefined
  }

  function ofWebhook({ params }: Request): Message | undefined {
    const pending = interactions.byToken(params['token'] ?? '')
    if (params['message'] === '@original') return pending?.original ?? undefined
    return pending === undefined ? undefined : world.messages.get(params['message'] ?? '')
  }

  function followUp(request: Request): Reply {
    const pending = interactions.byToken(request.params['token'] ?? '')
    if (pending?.answer == null) return unknownWebhook
    const { body, files } = request
    const sending = { schema: IncomingWebhookInteractionRequestSchema, flags: followUpFlags, files, before: null }
    const problems = messageProblems(body, sending)
    if (problems.length > 0) return reject('follow-up', problems)
    const ephemeral = (integer(object(body)['flags']) & flag.ephemeral) !== 0
    const channelId = text(pending.payload['channel_id'])
    const message = addMessage(world, { channelId, author: world.bot, bot: true, body: object(body), files, ephemeral })
    created(message)
    return { status: 200, body: apiMessage(world, message) }
  }

  return {
    'GET /gateway/bot': () => {
      const { url, shards, concurrency, remaining } = gateway()
      const limit = { total: 1000, remaining, reset_after: 86_400_000, max_concurrency: concurrency }
      return { status: 200, body: { url, shards, session_start_limit: limit } }
    },
    'GET /users/@me': () => ({ status: 200, body: apiUser(world.bot, true) }),
    'GET /applications/@me': () => ({ status: 200, body: { id: world.application, name: 'bot', flags: 0 } }),
    'GET /applications/:application/commands': ({ query }) => ({
      status: 200,
      body: world.commands.map((command) => {
        if (query.get('with_localizations') === 'true') return command
        const { name_localizations: _names, description_localizations: _descriptions, ...plain } = command
        return plain
      }),
    }),
    'PUT /applications/:application/commands': ({ params, body }) => {
      if (params['application'] !== world.application)
        return { status: 404, body: { code: 10002, message: 'Unknown Application' } }
      const problems = commandProblems(body)
      if (problems.length > 0) return reject('commands', problems)
      world.commands = objects(body).map((command) => registered(world, command))
      world.overwrites += 1
      return { status: 200, body: world.commands }
    },
    'POST /interactions/:interaction/:token/callback': callbackHandler(world, interactions, created),
    'POST /webhooks/:application/:token': followUp,
    'GET /webhooks/:application/:token/messages/:message': (request) => found(world, ofWebhook(request)),
    'PATCH /webhooks/:application/:token/messages/:message': (request) =>
      edit(ofWebhook(request), request, IncomingWebhookUpdateRequestPartialSchema),
    'DELETE /webhooks/:application/:token/messages/:message': (request) => remove(ofWebhook(request)),
    'GET /channels/:channel': ({ params }) => {
      const id = params['channel'] ?? ''
      if (id === world.direct) return { status: 200, body: { id, type: 1, recipients: [apiUser(world.user)] } }
      const guild = guildOf(world, id)
      return guild === null ? unknownChannel : { status: 200, body: { id, type: 0, guild_id: guild, name: 'general' } }
    },
    'POST /channels/:channel/messages': createMessage,
    'GET /channels/:channel/messages/:message': (request) => found(world, inChannel(request)),
    'PATCH /channels/:channel/messages/:message': (request) =>
      edit(inChannel(request), request, MessageEditRequestPartialSchema),
    'DELETE /channels/:channel/messages/:message': (request) => remove(inChannel(request)),
  }
}

function found(world: World, message: Message | undefined): Reply {
  if (message === undefined || message.deleted) return unknownMessage
  return { status: 200, body: apiMessage(world, message, isHidden(world, message)) }
}
