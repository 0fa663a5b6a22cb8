/** An e-mail address as it is; of a webhook the host and the last four signs. */
export const maskedAddress = (kind: string, address: string): string => {
  if (kind === 'email') return address
  return `${new URL(address).host}/…${address.slice(-4)}`
}
