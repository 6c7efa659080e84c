/**
 * `npm run bench`: how fast Footnote is, each figure beside something comparable in the same run. What it costs to be
 * right is `npm run eval`'s question. Exit status 0 when it ran, whatever the figures; 2 when the call is wrong.
 */
import { parseArgs } from 'node:util'
import { sectionTable } from './bench/rows.ts'
import { benchSections } from './bench/sections.ts'
import { asMarkdown, asText } from './table.ts'

const USAGE = `Usage: bench [--quick] [--only WORD] [--json | --markdown]
  --quick     under a minute: without the 30,000 passages, fewer rounds
  --only      the parts whose name holds WORD
`

function readCall(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  })
  return values
}

export async function main(args: readonly string[]): Promise<number> {
  let call: ReturnType<typeof readCall>
  try {
    call = readCall(args)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`bench: ${error.message}\n${USAGE}`)
    return 2
  }
  const wanted = call.only.toLowerCase()
  const sections = benchSections.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (sections.length === 0) {
    process.stderr.write(`bench: no part is called ${JSON.stringify(call.only)}.\n${USAGE}`)
    return 2
  }
  const show = call.markdown ? asMarkdown : asText
  const results: unknown[] = []
  for (const section of sections) {
    const rows = await section.run(call)
    if (call.json) results.push({ section: section.name, beside: section.beside, rows })
    else process.stdout.write(`${show(sectionTable(section, rows))}\n\n`)
  }
  if (call.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
