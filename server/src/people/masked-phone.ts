/** 138****1234: enough to tell two people apart, not to call one. */
export const maskedPhone = (phone: string | null): string | null => {
  if (phone === null) return null
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 7) return '*'.repeat(digits.length)
  return `${digits.slice(0, 3)}****${digits.slice(-Math.min(4, digits.length - 6))}`
}
