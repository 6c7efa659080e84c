import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the page’s own modules hold their types, with the browser’s library instead of Node’s', () => {
  const root = join(import.meta.dirname, '../..')
  const project = join(root, 'src/preview/assets')
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', project],
    { encoding: 'utf8' },
  )
  expect([status, stdout]).toEqual([0, ''])
})
