/** What is read from one sheet alone, read once as long as the sheet lives: a corpus that changes keeps most of its sheets. */
import type { FactSheet } from './model.ts'
import { rememberedFor } from './remembered.ts'

export const perSheet: <Read extends object>(read: (sheet: FactSheet) => Read) => (sheet: FactSheet) => Read =
  rememberedFor
