/** Beside the conversion, in a thread of its own: ends the process when it holds more than it may, in bytes. */
import { workerData } from 'node:worker_threads'

const EVERY = 15

setInterval(() => {
  if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL')
}, EVERY)
