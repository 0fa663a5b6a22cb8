import { spawn } from 'node:child_process'
import { inRoot, pinnedNode, root } from './places.mjs'
import { end, passSignals, pinnedEnv } from './programs.mjs'

/** The server, started again at each change, and beside it the pages as they are written. */
export const dev = async () => {
  const env = pinnedEnv({ LUOSHI_SERVER: `http://localhost:${process.env.PORT || 3000}` })
  const run = args => spawn(pinnedNode, args, { cwd: root, stdio: 'inherit', env })
  const children = [
    run(['--watch-preserve-output', '--watch', inRoot('server/src/main.ts')]),
    run([inRoot('node_modules/vite/bin/vite.js'), inRoot('web')]),
  ]
  const stopPassing = children.map(passSignals)
  const { status } = await Promise.race(children.map(end))
  for (const child of children) child.kill('SIGTERM')
  await Promise.all(
    children.map(child => (child.exitCode === null && child.signalCode === null ? end(child) : undefined)),
  )
  for (const stop of stopPassing) stop()
  return status
}
