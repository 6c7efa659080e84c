/**
 * `postgres://user:password@one:5432,two/name?…`: several hosts in one address, as libpq reads it and npm's pg does not.
 * https://www.postgresql.org/docs/15/libpq-connect.html#id-1.7.3.8.3.6
 */

/** Decided here, at every connection, by asking the server. */
const OURS = ['target_session_attrs', 'load_balance_hosts']

export interface HostAddress {
  /** `one:5432`, without anything secret. */
  readonly name: string
  /** The address of this host alone, as npm's pg takes it. */
  readonly url: string
}

/** @throws TypeError, without the address in its message, where this is none */
export function hostsOf(address: string): readonly HostAddress[] {
  const parts = /^postgres(?:ql)?:\/\/(?<user>[^@/]*@)?(?<hosts>[^/?]*)(?<path>\/[^?]*)?(?:\?(?<query>.*))?$/.exec(
    address,
  )?.groups
  if (parts === undefined) throw new TypeError('expected postgres://user:password@host:port,host:port/database')
  const { user = '', hosts = '', path = '', query = '' } = parts
  const kept = query.split('&').filter((pair) => pair !== '' && !OURS.includes(pair.split('=')[0] ?? ''))
  const end = kept.length === 0 ? path : `${path}?${kept.join('&')}`
  return hosts.split(',').map((host) => {
    const name = /:\d+$/.test(host) || host === '' ? host : `${host}:5432`
    return { name, url: `postgres://${user}${name}${end}` }
  })
}
