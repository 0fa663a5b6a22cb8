import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Timing } from './timing.ts'

const library = JSON.stringify(import.meta.resolve('@luoshi/plan-compiler/compile'))

const inProcess = (script: string, options: readonly string[], env: Readonly<Record<string, string>>): number[] => {
  const args = [...options, '--input-type=module', '-e', script]
  const answer: unknown = JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } }),
  )
  return answer as number[] // each script here prints a list of numbers
}

/** Megabytes that a fresh process grows by while it compiles plans of so many bytes three times, and those it keeps. */
export const memoryOf = (bytes: number): { readonly most: number; readonly kept: number } => {
  const script = `
    const { compile } = await import(${library})
    const { planText } = await import(${JSON.stringify(import.meta.resolve('./plan-text.ts'))})
    compile(planText(100_000), { name: 'first' })
    const text = planText(${bytes})
    gc()
    const [before, heap] = [process.memoryUsage().rss, process.memoryUsage().heapUsed]
    for (let i = 0; i < 3; i++) compile(text, { name: 'bench' })
    const most = process.resourceUsage().maxRSS * 1024 - before
    gc()
    console.log(JSON.stringify([most, process.memoryUsage().heapUsed - heap]))`
  const [most = 0, kept = 0] = inProcess(script, ['--expose-gc'], {})
  return { most: most / 1e6, kept: kept / 1e6 }
}

type Load = { readonly name: string; readonly load: Timing; readonly first: Timing }

const starts = 5

/** A first start, with nothing kept, and the median of later ones. */
export const loadTimes = (): readonly Load[] => {
  const kept = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
  try {
    const [first, ...later] = Array.from({ length: starts + 1 }, () => oneLoad(kept))
    const typical = later.toSorted((a, b) => a.load.cpu - b.load.cpu)[Math.floor(starts / 2)]
    return [first, typical]
      .filter(load => load !== undefined)
      .map((load, i) => ({ name: i === 0 ? 'first start' : 'later starts', ...load }))
  } finally {
    rmSync(kept, { recursive: true })
  }
}

const oneLoad = (kept: string): Omit<Load, 'name'> => {
  const script = `
    const times = []
    const timed = async run => {
      const [start, before] = [performance.now(), process.cpuUsage()]
      const result = await run()
      const { user, system } = process.cpuUsage(before)
      times.push(performance.now() - start, (user + system) / 1000)
      return result
    }
    const { compile } = await timed(() => import(${library}))
    await timed(() => compile('一、目标\\n各社区每周清理楼道。', { name: 'first' }))
    console.log(JSON.stringify(times))`
  const [wall = 0, cpu = 0, firstWall = 0, firstCpu = 0] = inProcess(script, [], { NODE_COMPILE_CACHE: kept })
  return { load: { wall, cpu }, first: { wall: firstWall, cpu: firstCpu } }
}
