import { availableParallelism, cpus, loadavg, platform, totalmem } from 'node:os'

/** What the figures were taken on; a busy machine is said to be busy. */
export const machineLine = (): string => {
  const [load = 0] = loadavg()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  const busy = load > 0.5 ? `; other work was running (load ${load.toFixed(1)}), so take the figures as a floor` : ''
  return `${model}, ${availableParallelism()} cores, ${gigabytes} GB, ${platform()}, Node ${process.versions.node}${busy}`
}
