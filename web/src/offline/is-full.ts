/** Whether there was no room. Browsers say it in the transaction's abort, sometimes one level down. */
export const isFull = (thrown: unknown): boolean => {
  if (typeof thrown !== 'object' || thrown === null) return false
  const [name, inner] = [Reflect.get(thrown, 'name'), Reflect.get(thrown, 'inner')]
  return name === 'QuotaExceededError' || (inner !== thrown && inner !== undefined && isFull(inner))
}
