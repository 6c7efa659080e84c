/** The callback to an interaction: once, in time, with its own token, and with a body that keeps the rules. */
import { now } from './clock.ts'
import type { Interactions, Pending } from './interactions.ts'
import { integer, object, text } from './json.ts'
import { callback, callbackProblems } from './rules/callback.ts'
import { flag } from './rules/message.ts'
import { invalidForm, type Reply, type Request } from './server.ts'
import { addMessage, apiMessage, change, type Message, type World } from './world.ts'

const gone: Reply = { status: 404, body: { code: 10062, message: 'Unknown interaction' } }
const already: Reply = { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } }

export function callbackHandler(world: World, interactions: Interactions, created: (message: Message) => void) {
  return ({ params, query, body, files, at }: Request): Reply => {
    const pending = interactions.all.get(params['interaction'] ?? '')
    if (pending === undefined || pending.token !== params['token']) {
      world.violations.push('callback: to an interaction that Discord never sent, or with a wrong token')
      return gone
    }
    pending.attempts += 1
    const wrong = (problems: readonly string[], blamed = pending.fair) => {
      pending.problems.push(...problems)
      if (blamed) world.violations.push(...problems.map((problem) => `callback: ${problem}`))
    }
    if (pending.answer !== null) {
      wrong([`interaction ${pending.id} answered twice`])
      return already
    }
    const left = pending.deadline - now()
    if (left < 0) {
      wrong([`${Math.round(-left)} ms too late`])
      return gone
    }
    const problems = callbackProblems(body, answered(pending), files)
    if (problems.length > 0) {
      wrong(problems, true)
      return invalidForm(problems)
    }
    const type = integer(object(body)['type'])
    const data = object(object(body)['data'])
    const message = shown(world, pending, type, data, files, created)
    interactions.close(pending, {
      type,
      data,
      files,
      after: now() - pending.begun,
      elapsed: at - pending.dispatchedAt,
      message,
      interaction: pending.payload,
    })
    if (query.get('with_response') !== 'true') return { status: 204 }
    const resource = message === null ? undefined : { type, message: apiMessage(world, message) }
    return { status: 200, body: { interaction: { id: pending.id, type: pending.type }, resource } }
  }
}

function answered(pending: Pending) {
  const { type, optionType, source } = pending
  return { type, optionType, message: source }
}

/** The message that a reader sees because of the callback. */
function shown(
  world: World,
  pending: Pending,
  type: number,
  data: Request['body'] & object,
  files: Request['files'],
  created: (message: Message) => void,
): Message | null {
  if (type === callback.update && pending.source !== null) {
    change(pending.source, data, files)
    pending.original = pending.source
  } else if (type === callback.deferUpdate) {
    pending.original = pending.source
  } else if (type === callback.message || type === callback.defer) {
    const ephemeral = (integer(object(data)['flags']) & flag.ephemeral) !== 0
    const channelId = text(pending.payload['channel_id'])
    pending.original = addMessage(world, {
      channelId,
      author: world.bot,
      bot: true,
      body: object(data),
      files,
      ephemeral,
      askedBy: object(object(pending.payload['member'])['user'] ?? pending.payload['user']),
    })
    created(pending.original)
  }
  return pending.original
}
