import { BlockList, isIPv6 } from 'node:net'

const near = new BlockList()
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  near.addSubnet(net, bits, 'ipv4')
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')
near.addSubnet('fe80::', 10, 'ipv6')

/** This machine or its own network. */
export const isNear = (address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return near.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
