/**
 * A clock for deadlines that stands still while the computer lets other processes run instead of this one: waiting
 * counts, working counts, and what a crowded machine takes away is nobody's lateness. Bot and stand-in share a process
 * in most tests, so that without it a busy machine would look like a slow bot.
 */

/** Milliseconds that the event loop waited or worked since it started. */
export function now(): number {
  const { user, system } = process.threadCpuUsage()
  return performance.eventLoopUtilization().idle + (user + system) / 1000
}
