/** What to do where the address that the preview or the endpoint listens at is not to be had. */

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there, perhaps another Footnote. End that, or set PORT (0: any free one)',
  EACCES: 'this process may not. Set PORT to 1024 or more',
  EADDRNOTAVAIL: 'this machine has no such address. Correct HOST',
  ENOTFOUND: 'no machine has that name. Correct HOST',
}

/** The sentence to show; null where the error is another one. */
export function cannotListen(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const { code, syscall, address, port }: NodeJS.ErrnoException & { address?: string; port?: number } = error
  const why = code === undefined ? undefined : WHY[code]
  if (why === undefined || (syscall !== 'listen' && syscall !== 'getaddrinfo')) return null
  const at = address === undefined ? 'the address of HOST and PORT' : `${address}:${port}`
  return `Nothing can listen at ${at}: ${why}.`
}
