#!/usr/bin/env node
// Plain JavaScript for any Node from 16 on: finds the Node that Luoshi is pinned to and hands over to it.
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import module from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = 24
const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
const main = join(here, '..', 'src', 'main.ts')
const binary = join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

const pinnedNode = folder => {
  const candidate = join(folder, binary)
  if (existsSync(candidate)) return candidate
  const parent = dirname(folder)
  return parent === folder ? null : pinnedNode(parent)
}

// Two thirds of a start are spent on turning TypeScript into JavaScript, unless Node keeps what it made the last time.
const compiled = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache')

const handOver = node => {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const forward = signal => child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  child.on('error', error => {
    console.error(
      `luoshi: ${node} cannot be started (${error.message}). Run "npm install" in Luoshi's folder and try again.`,
    )
    process.exit(2)
  })
  child.on('exit', (code, signal) => {
    for (const name of signals) process.off(name, forward)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

if (Number(process.versions.node.split('.')[0]) >= needed) {
  module.enableCompileCache(compiled)
  const { start } = await import('../src/main.ts')
  await start()
} else {
  const node = pinnedNode(here)
  if (node) handOver(node)
  else {
    console.error(
      `luoshi: 需要 Node ${needed} 或更新的版本(现为 ${process.versions.node})。请在落实的目录里运行 npm install,再试一次。`,
    )
    console.error(
      `luoshi: Node ${needed} or newer is needed (this is ${process.versions.node}). Run "npm install" in Luoshi's folder and try again.`,
    )
    process.exitCode = 2
  }
}
