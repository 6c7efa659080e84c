/** What the page asks of its server. */

/** @import { Exchange } from '../exchange.ts' */
/** @import { Completion } from '../complete.ts' */
/** @import { Welcome } from '../welcome.ts' */

/** @returns {Promise<Welcome>} */
export async function getWelcome() {
  return (await answered(await fetch('/preview/welcome'))).json()
}

/**
 * @param {string} line what stands before the caret
 * @param {AbortSignal} signal
 * @returns {Promise<Completion>}
 */
export async function completeLine(line, signal) {
  return (await post('complete', { line }, signal)).json()
}

/**
 * @param {'say' | 'press' | 'submit' | 'menu'} what
 * @param {object} body
 * @returns {Promise<Exchange>}
 */
export async function act(what, body) {
  try {
    return await (await post(what, body)).json()
  } catch (error) {
    return { kind: 'refused', text: whatWentWrong(error), option: null }
  }
}

/** A failed request, in words for a person. @param {unknown} error */
export function whatWentWrong(error) {
  if (error instanceof TypeError) return 'The preview does not answer; is it still running?'
  return error instanceof Error ? error.message : String(error)
}

/**
 * @param {string} what
 * @param {object} body
 * @param {AbortSignal | null} [signal]
 */
async function post(what, body, signal = null) {
  const headers = { 'content-type': 'application/json' }
  return answered(await fetch(`/preview/${what}`, { method: 'POST', headers, body: JSON.stringify(body), signal }))
}

/** @param {Response} response */
async function answered(response) {
  if (!response.ok) throw new Error((await response.text()) || `The preview answered ${response.status}.`)
  return response
}
