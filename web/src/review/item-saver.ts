/**
 * Saves changes one after another for each item, so that two quick ones never race: the second is sent with the version
 * the first came back with. Different items are saved side by side. `again` ends when a change that met `error` is worth another
 * try, or says at once that it is not: then `failed` is told, once, and what waits behind it is given up with it.
 */
export const createItemSaver = <Change, Saved>(desk: {
  readonly send: (id: string, change: Change) => Promise<Saved>
  /** `more` is true while another change of the same thing waits behind. */
  readonly saved: (id: string, saved: Saved, more: boolean) => void
  readonly again: (error: unknown) => Promise<boolean>
  readonly failed: (id: string, change: Change, error: unknown) => void
  readonly busy: (waiting: number) => void
}) => {
  const queues = new Map<string, Change[]>()
  const waiting = (): number => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0)

  const run = async (id: string, queue: Change[]): Promise<void> => {
    for (let change = queue[0]; change !== undefined; change = queue[0]) {
      try {
        const saved = await desk.send(id, change)
        queue.shift()
        desk.saved(id, saved, queue.length > 0)
      } catch (error) {
        if (await desk.again(error)) continue
        queue.length = 0
        desk.failed(id, change, error)
      }
      desk.busy(waiting())
    }
    queues.delete(id)
  }

  return {
    save: (id: string, change: Change): void => {
      const queue = queues.get(id)
      if (queue) queue.push(change)
      else {
        const fresh = [change]
        queues.set(id, fresh)
        void run(id, fresh)
      }
      desk.busy(waiting())
    },
    isSaving: (id: string): boolean => queues.has(id),
  }
}
