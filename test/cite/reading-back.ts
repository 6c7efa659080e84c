/** BibTeX and RIS read by Citation.js, which shares nothing with what writes them here. */
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import { plugins } from '@citation-js/core'
import { z } from 'zod'

const item = z.looseObject({ title: z.string(), note: z.union([z.string(), z.array(z.string())]).optional() })

/** The one item of a file, as CSL-JSON. */
export function read(text: string): z.infer<typeof item> {
  return readAll(text)[0] ?? { title: '' }
}

export function readAll(text: string): z.infer<typeof item>[] {
  return z.array(item).parse(plugins.input.chain(text, { generateGraph: false }))
}
