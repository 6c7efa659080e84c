/** The catalogue for a person's language; English where there is none. */
import { english } from './en.ts'
import { spanish } from './es.ts'
import type { Words } from './model.ts'

/** @param locale as Discord gives it: `es-ES`, `es-419`, `en-GB`, … */
export function wordsFor(locale: string | undefined): Words {
  return locale?.split('-')[0] === 'es' ? spanish : english
}
