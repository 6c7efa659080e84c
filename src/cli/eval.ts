/**
 * `npm run eval`: how often the right sentence stands first and how honest the refusals are, on the questions under
 * test/golden, beside other search libraries on the same questions in the same run.
 * Exit status 0 when it ran, whatever the figures; 2 when the call is wrong.
 */
import { parseArgs } from 'node:util'
import { report, reportJson } from './eval/report.ts'
import { CORPUS_NAMES, type CorpusName, type Split } from './eval/rows.ts'
import { type CorpusRun, evaluate } from './eval/run.ts'
import { wrongList } from './eval/wrong.ts'

const USAGE = `Usage: eval [--split tune|held|all] [--set seeds|other|fresh|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fourteenth|all] [--wrong [--show-held]] [--json | --markdown]
  --split      the questions that were tuned on, those held back, or both apart (the default)
  --set        the five fact sheets, one of the sets of other texts, or all (the default)
  --wrong      lists what went wrong; of questions held back only their ids
  --show-held  lists those in full too: then they are held back no longer
  --json       the figures as JSON, with the ids of what went wrong; --markdown: the tables as they stand in the README
`

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): readonly T[] {
  if (value === 'all') return allowed
  const found = allowed.filter((each) => each === value)
  if (found.length === 0)
    throw new TypeError(`--${name} is ${allowed.join(', ')} or all, not ${JSON.stringify(value)}.`)
  return found
}

function readCall(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      split: { type: 'string', default: 'all' },
      set: { type: 'string', default: 'all' },
      wrong: { type: 'boolean', default: false },
      'show-held': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  })
  return {
    splits: oneOf<Split>('split', values.split, ['tune', 'held']),
    corpora: oneOf<CorpusName>('set', values.set, CORPUS_NAMES),
    wrong: values.wrong,
    showHeld: values['show-held'],
    json: values.json,
    markdown: values.markdown,
  }
}

export async function main(args: readonly string[]): Promise<number> {
  let call: ReturnType<typeof readCall>
  try {
    call = readCall(args)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`eval: ${error.message}\n${USAGE}`)
    return 2
  }
  const runs: CorpusRun[] = []
  for (const corpus of call.corpora) runs.push(await evaluate(corpus))
  if (call.json) process.stdout.write(`${JSON.stringify(reportJson(runs, call.splits), null, 2)}\n`)
  else process.stdout.write(`${report(runs, call)}${call.wrong ? `\n${wrongList(runs, call)}` : ''}`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
