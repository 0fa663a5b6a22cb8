// What every npm script calls. Nothing here or in start/ may need more than Node 18 and this repository.
const major = Number(process.versions.node.split('.')[0])

if (major < 18) {
  console.error(`Luoshi needs Node 18 or later to install itself, and this is Node ${process.versions.node}.`)
  console.error('Install a current Node from your system or https://nodejs.org and try again.')
  process.exit(1)
}

import('./start/commands.mjs')
  .then(({ runCommand }) => runCommand(process.argv[2], process.argv.slice(3)))
  .then(
    status => {
      process.exitCode = status
    },
    error => {
      console.error(`\n${error?.sentence ?? error?.stack ?? error}`)
      process.exitCode = 1
    },
  )
