/**
 * `postgres://user:password@one:5432,two/name?…`: several hosts in one address, as libpq reads it and npm's pg does not.
 * https://www.postgresql.org/docs/15/libpq-connect.html#id-1.7.3.8.3.6
 */

/** Decided here, at every connection, by asking the server. */
const OURS = ['target_session_attrs', 'load_balance_hosts']

const PORT = 5432
const LAST_PORT = 65_535

export interface HostAddress {
  /** `one:5432`, without anything secret. */
  readonly name: string
  /** The address of this host alone, as npm's pg takes it. */
  readonly url: string
}

/** Why an address is none; the words hold nothing of it, since any part of it may be the password. */
export class AddressError extends Error {
  override readonly name = 'AddressError'
}

/** A character with a meaning in addresses must be written as `%40`, or a part of the password is read as something else. */
const PARTS =
  /^postgres(?:ql)?:\/\/(?:(?<user>[^@/?#\s]*)@)?(?<hosts>[^@/?#\s]*)(?:\/(?<name>[^@/?#\s]*))?(?:\?(?<query>[^@?#\s]*))?$/
/** A name, an address, an IPv6 address in brackets, or the folder of a socket with its slashes written as %2F. */
const HOST = /^(?<host>[\w.-]+|%2[fF][\w.%-]+|\[[\da-fA-F:.]+\])(?::(?<port>\d{1,5}))?$/

/** @throws AddressError */
export function hostsOf(address: string): readonly HostAddress[] {
  const parts = PARTS.exec(address)?.groups
  if (parts === undefined)
    throw new AddressError(
      'postgres://user:password@host:port,host:port/database, with @ : / ? # in the password as %40 %3A %2F %3F %23',
    )
  const { user = '', hosts = '', name = '', query = '' } = parts
  for (const part of [user, name, query]) expectWhole(part)
  const kept = query.split('&').filter((pair) => pair !== '' && !OURS.includes(pair.split('=')[0] ?? ''))
  const end = `/${name}${kept.length === 0 ? '' : `?${kept.join('&')}`}`
  const before = user === '' ? '' : `${user}@`
  return hosts.split(',').map((text) => {
    const { host, port = String(PORT) } = HOST.exec(text)?.groups ?? {}
    if (host === undefined || Number(port) === 0 || Number(port) > LAST_PORT)
      throw new AddressError(
        'a host, or several with a comma between them, each a name or an address with or without :port',
      )
    const hostAndPort = `${host}:${port}`
    return { name: hostAndPort, url: `postgres://${before}${hostAndPort}${end}` }
  })
}

/** What is secret in an address that `hostsOf` takes, as it stands there: beside the user, or where libpq takes it too. */
export function passwordsIn(address: string): readonly string[] {
  const { user = '', query = '' } = PARTS.exec(address)?.groups ?? {}
  const besideUser = user.split(':').slice(1).join(':')
  const named = query.split('&').flatMap((pair) => /^(?:ssl)?password=(.*)$/.exec(pair)?.[1] ?? [])
  return [besideUser, ...named].filter((password) => password !== '')
}

function expectWhole(part: string): void {
  try {
    decodeURIComponent(part)
  } catch {
    throw new AddressError('a % itself written as %25')
  }
}
