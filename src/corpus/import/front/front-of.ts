import type { FrontMatter } from '../../model.ts'
import type { Front } from './propose.ts'

/** The front matter of a sheet that is there already, in the form in which a new one is proposed. */
export const frontOf = (meta: FrontMatter): Front => ({
  title: meta.title,
  publisher: meta.publisher ?? undefined,
  url: meta.url ?? undefined,
  date: meta.date ?? undefined,
  not_before: meta.notBefore ?? undefined,
  countries: meta.countries,
  retrieved: meta.retrieved ?? undefined,
  replaces: meta.replaces ?? undefined,
})
