/** The bot's token as people copy it. */
import { wrongToken } from './fatal.ts'

/** The token itself, where "Bot" may stand in front of it. Throws FatalError for what can be no token. */
export function bareToken(token: string): string {
  const bare = token.replace(/^(Bot|Bearer)\s*/i, '')
  if (!/^[\w.-]+$/.test(bare)) throw wrongToken()
  return bare
}
