/** The signed endpoint of this process; with a database it shares with others which requests were answered. */
import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { Database } from '../database/database.ts'
import type { FootnoteBot } from '../discord/bot.ts'
import { endpointApp, type Refused } from '../discord/http.ts'
import type { RequestChecker } from '../discord/signature.ts'
import { shareUsedRequests, type UsedRequests } from '../discord/used-requests.ts'

/** Milliseconds in which all hosts are tried for a primary; a request waits for it. */
const TRY_FOR = 250
/** To each host: each request holds one for a millisecond. */
const CONNECTIONS = 4

export interface Endpoint {
  readonly app: Hono
  /** Whether replays are looked for in all processes; null where there is one. */
  shared(): boolean | null
  /** To be called once there is a bot. */
  start(): void
  stop(): Promise<void>
}

export interface EndpointParts {
  readonly publicKey: string
  readonly databaseUrl: string | null
  readonly log: Logger
  /** Null while there is none yet. */
  readonly bot: () => FootnoteBot | null
  readonly onRefused: (reason: Refused) => void
}

export function openEndpoint({ databaseUrl, ...parts }: EndpointParts): Endpoint {
  let used: UsedRequests | null = null
  const share = (accepted: RequestChecker['accepted']) => {
    used = shareUsedRequests(
      new Database(databaseUrl ?? '', { tryFor: TRY_FOR, connections: CONNECTIONS }),
      parts.log,
      accepted,
    )
    return used
  }
  return {
    app: endpointApp(databaseUrl === null ? parts : { ...parts, share }),
    shared: () => used?.shared() ?? null,
    start: () => used?.start(),
    stop: async () => used?.stop(),
  }
}
