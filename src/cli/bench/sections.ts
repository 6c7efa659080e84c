/** The parts of the benchmark, in the order they run. */
import { building } from './building.ts'
import { dispatch } from './discord.ts'
import { firstAnswer } from './first-answer.ts'
import { growing } from './growing.ts'
import { hostile } from './hostile.ts'
import { hostileFiles } from './hostile-files.ts'
import { latency } from './latency.ts'
import { load } from './load.ts'
import { preview } from './preview.ts'
import { resident } from './resident.ts'
import type { BenchSection } from './rows.ts'

export const benchSections: readonly BenchSection[] = [
  firstAnswer,
  latency,
  hostile,
  hostileFiles,
  building,
  growing,
  resident,
  dispatch,
  load,
  preview,
]
