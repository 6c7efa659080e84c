/** For `npm run deploy`: compares the declared commands with the registered ones, and registers them, without the gateway. */

import { REST } from 'discord.js'
import { type APIApplication, Routes } from 'discord-api-types/v10'
import type { Difference } from './compare.ts'
import { loginFailure, registrationFailure } from './fatal.ts'
import { inviteLink } from './invite.ts'
import { type Declarations, plan, register } from './register.ts'
import { bareToken } from './token.ts'

export interface Deployment {
  readonly token: string
  /** Discord's API without a version. */
  readonly apiUrl: string
  readonly declarations: Declarations
  /** False only looks. */
  readonly apply: boolean
}

export interface Deployed {
  readonly applicationId: string
  readonly invite: string
  /** What differed before; empty where there was nothing to do. */
  readonly differences: readonly Difference[]
}

/** Throws FatalError with what to do about it. */
export async function deploy({ token, apiUrl, declarations, apply }: Deployment): Promise<Deployed> {
  const rest = new REST({ api: apiUrl }).setToken(bareToken(token))
  const application = await rest.get(Routes.currentApplication()).catch((error: unknown) => {
    throw loginFailure(error, null, apiUrl)
  })
  const applicationId = (application as APIApplication).id
  const invite = inviteLink(applicationId)
  try {
    const act = apply ? register : plan
    return { applicationId, invite, differences: await act(rest, applicationId, declarations) }
  } catch (error) {
    throw registrationFailure(error, invite) ?? loginFailure(error, null, apiUrl)
  }
}
