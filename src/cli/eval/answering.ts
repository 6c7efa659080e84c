/** How the evaluation puts an input to Footnote: through the one door that every surface uses. */
import type { Answer } from '#src/answer/model.ts'
import type { FootnoteBot } from '#src/discord/bot.ts'
import { respondTo } from '../respond.ts'

/** The answer to an input, or null where it is a command that there is none of. */
export async function answerInput(input: string, bot: FootnoteBot): Promise<Answer | null> {
  const { answer } = await respondTo(input, bot)
  return answer.reason === 'unknown-command' ? null : answer
}
