const lively = process.stdout.isTTY && !process.env.CI
const EVERY = lively ? 1000 : 15_000

/**
 * Shows that something is under way for as long as the work takes, then how it went. On a terminal one line is kept up
 * to date; elsewhere a line is added now and then. The work returns { ok, … }, which is passed on.
 */
export const during = async (what, work) => {
  const began = process.hrtime.bigint()
  const seconds = () => Number(process.hrtime.bigint() - began) / 1e9
  if (lively) process.stdout.write(`· ${what} …`)
  else console.log(`· ${what} …`)
  const timer = setInterval(() => {
    const line = `· ${what} … ${Math.round(seconds())} s`
    if (lively) process.stdout.write(`\r${line}`)
    else console.log(line)
  }, EVERY)
  try {
    const result = await work()
    if (lively) process.stdout.write('\r\u001b[2K')
    console.log(`${result.ok ? '✓' : '✗'} ${what} (${seconds().toFixed(1)} s)`)
    return result
  } finally {
    clearInterval(timer)
  }
}
