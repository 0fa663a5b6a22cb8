import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { compile } from '@luoshi/plan-compiler/compile'
import { brokenPromise } from '@luoshi/plan-compiler/fuzz/broken-promise'
import { randomPlan } from '@luoshi/plan-compiler/fuzz/random-plan'

/**
 * `npm run fuzz [documents] [first seed]`: random documents through the compiler. Each must be read without a throw, with its
 * spans inside its text, and within a time that grows with its length. Prints the seed of what breaks a promise.
 */
const PIECE = 5000
/** A thread says so often where it is. */
const STEP = 50
/** By the clock, for a thread that does not end cannot be asked; long enough for one that gets little of a busy machine. */
const PATIENCE = 300_000
/** Milliseconds of the processor, so that a busy machine slows nothing: the difference between linear and not. */
const limit = (length: number): number => 150 + length / 20

type Finding = { readonly seed: number; readonly what: string }
type Message =
  | { readonly kind: 'at'; readonly seed: number }
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'done'; readonly characters: number }

const readOne = (seed: number): { finding: Finding | null; length: number } => {
  const text = randomPlan(seed)
  const begun = process.threadCpuUsage()
  try {
    const compilation = compile(text, { name: `seed-${seed}` })
    const { user, system } = process.threadCpuUsage(begun)
    const took = (user + system) / 1000
    const promise = brokenPromise(compilation)
    const slow = took > limit(text.length) ? `took ${Math.round(took)} ms for ${text.length} characters` : null
    const what = promise ?? slow
    return { finding: what === null ? null : { seed, what }, length: text.length }
  } catch (error) {
    return {
      finding: { seed, what: `threw ${error instanceof Error ? error.stack : String(error)}` },
      length: text.length,
    }
  }
}

const work = (from: number, to: number): void => {
  const say = (message: Message): void => parentPort?.postMessage(message)
  readOne(0) // so that the first document is not charged for loading the code
  let characters = 0
  for (let seed = from; seed < to; seed += 1) {
    if ((seed - from) % STEP === 0) say({ kind: 'at', seed })
    const { finding, length } = readOne(seed)
    characters += length
    if (finding) say({ kind: 'found', finding })
  }
  say({ kind: 'done', characters })
}

type Piece = { readonly findings: readonly Finding[]; readonly characters: number; readonly next: number }

/** Runs a piece in a thread of its own, so that a document that never ends is noticed and named; the next begins behind it. */
const watch = (from: number, to: number): Promise<Piece> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { from, to } })
    const findings: Finding[] = []
    let at = from
    let watchdog: NodeJS.Timeout | undefined
    const patience = (): void => {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => {
        findings.push({ seed: at, what: 'one of the fifty documents from this seed on does not end' })
        void worker.terminate().then(() => resolve({ findings, characters: 0, next: at + STEP }))
      }, PATIENCE)
    }
    patience()
    worker.on('error', reject)
    worker.on('message', (message: Message) => {
      patience()
      if (message.kind === 'at') at = message.seed
      if (message.kind === 'found') findings.push(message.finding)
      if (message.kind === 'done') {
        clearTimeout(watchdog)
        resolve({ findings, characters: message.characters, next: to })
      }
    })
  })

const main = async (): Promise<void> => {
  const [documents = 200_000, first = 0] = process.argv.slice(2).map(Number)
  const begun = Date.now()
  const findings: Finding[] = []
  let characters = 0
  const starts = Array.from({ length: Math.ceil(documents / PIECE) }, (_, index) => first + index * PIECE)
  const takeTurns = async (): Promise<void> => {
    for (let start = starts.shift(); start !== undefined; start = starts.shift()) {
      const end = Math.min(start + PIECE, first + documents)
      for (let from = start; from < end; ) {
        const piece = await watch(from, end)
        from = piece.next
        findings.push(...piece.findings)
        characters += piece.characters
        for (const { seed, what } of piece.findings) console.log(`seed ${seed}: ${what}`)
      }
    }
  }
  await Promise.all([takeTurns(), takeTurns()])
  console.log(
    `${documents} documents, ${(characters / 1e6).toFixed(1)} million characters, ${Math.round((Date.now() - begun) / 1000)} s: ${findings.length} broke a promise.`,
  )
  process.exitCode = findings.length > 0 ? 1 : 0
}

if (isMainThread) await main()
else work(workerData.from, workerData.to)
