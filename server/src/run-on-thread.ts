import { Worker } from 'node:worker_threads'

/** What a piece of work may cost: what wants more is given up, and the server goes on. */
export type ThreadLimits = { readonly milliseconds: number; readonly megabytes: number }

export type GivenUp = {
  readonly kind: 'given-up'
  readonly reason: 'too-long' | 'too-large' | 'broken'
  readonly cause?: unknown
}

const outOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Runs a script of ours on a thread of its own, so that the server goes on answering whatever somebody sent. Its messages
 * are shown to `isLast`; the first that it takes for the last is the answer. Never throws about the work.
 */
export const runOnThread = <Message>(
  script: URL,
  workerData: unknown,
  { milliseconds, megabytes }: ThreadLimits,
  isLast: (message: Message) => boolean = () => true,
): Promise<Message | GivenUp> =>
  new Promise(resolve => {
    const worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    const end = (result: Message | GivenUp) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const giveUp = (reason: GivenUp['reason'], cause?: unknown) => end({ kind: 'given-up', reason, cause })
    const timer = setTimeout(() => giveUp('too-long'), milliseconds)
    worker.on('message', (message: Message) => {
      if (isLast(message)) end(message)
    })
    worker.on('error', cause => giveUp(outOfMemory(cause) ? 'too-large' : 'broken', cause))
    worker.on('exit', () => giveUp('broken'))
  })
