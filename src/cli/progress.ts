/** How far it is, on one line of a terminal that is rewritten; nothing where nobody looks. */
export function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY || all < 2) return
  const bar = '█'.repeat(Math.round((done / all) * 20)).padEnd(20, '░')
  process.stderr.write(`\r${bar} ${done} of ${all}${done === all ? '\n' : ''}`)
}
