/** Which network addresses belong to the public internet. Ranges: IANA's special-purpose registries for IPv4 and IPv6. */
import { BlockList, isIP } from 'node:net'

const PRIVATE = new BlockList()
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4'
const V6 =
  '::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 fe80::/10 fec0::/10 ff00::/8'
for (const [ranges, family] of [
  [V4, 'ipv4'],
  [V6, 'ipv6'],
] as const)
  for (const range of ranges.split(' ')) {
    const [net = '', bits = ''] = range.split('/')
    PRIVATE.addSubnet(net, Number(bits), family)
  }

/** Whether an IP address is one that only a private network, or the machine itself, answers to. */
export function isPrivate(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return true
  if (family === 4) return PRIVATE.check(address, 'ipv4')
  // An IPv4 address in IPv6's clothes is judged as what it is; the list does that for `::ffff:10.0.0.1` and its kin.
  return PRIVATE.check(address, 'ipv6') || /^(?:0*:)*:?(?:ffff:)?\d+\.\d+\.\d+\.\d+$/i.test(address)
}
