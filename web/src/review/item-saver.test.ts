import { describe, expect, test } from 'vitest'
import { createItemSaver } from './item-saver.ts'

const settle = () => new Promise(resolve => setTimeout(resolve))

const desk = (again: (error: unknown) => Promise<boolean> = async () => false) => {
  const log: string[] = []
  const open: { readonly id: string; readonly answer: (ok: boolean) => void }[] = []
  const saver = createItemSaver<string, string>({
    send: (id, change) =>
      new Promise((resolve, reject) => {
        log.push(`send ${id} ${change}`)
        open.push({ id, answer: ok => (ok ? resolve(change) : reject(new Error('stale'))) })
      }),
    saved: (id, change) => log.push(`saved ${id} ${change}`),
    again,
    failed: (id, change) => log.push(`failed ${id} ${change}`),
    busy: waiting => log.push(`busy ${waiting}`),
  })
  return { log, open, saver }
}

describe('saving as one goes', () => {
  test('the second change of an item waits for the first to be answered', async () => {
    const { log, open, saver } = desk()
    saver.save('a', 'one')
    saver.save('a', 'two')
    expect(log.filter(line => line.startsWith('send'))).toEqual(['send a one'])
    open[0]?.answer(true)
    await settle()
    expect(log.filter(line => line.startsWith('send'))).toEqual(['send a one', 'send a two'])
  })

  test('two items are saved side by side', () => {
    const { log, saver } = desk()
    saver.save('a', 'one')
    saver.save('b', 'one')
    expect(log.filter(line => line.startsWith('send'))).toEqual(['send a one', 'send b one'])
  })

  test('what waits behind a change that failed is given up and the next one starts afresh', async () => {
    const { log, open, saver } = desk()
    saver.save('a', 'one')
    saver.save('a', 'two')
    open[0]?.answer(false)
    await settle()
    expect(log.slice(-2)).toEqual(['failed a one', 'busy 0'])
    saver.save('a', 'three')
    expect(log).toContain('send a three')
  })

  test('what met a broken line is sent again, in its order, until it is answered', async () => {
    const mended = Promise.withResolvers<boolean>()
    const { log, open, saver } = desk(() => mended.promise)
    saver.save('a', 'one')
    saver.save('a', 'two')
    open[0]?.answer(false)
    await settle()
    expect(saver.isSaving('a')).toBe(true)
    expect(log.at(-1)).toBe('busy 2')
    mended.resolve(true)
    await settle()
    open[1]?.answer(true)
    await settle()
    expect(log.filter(line => !line.startsWith('busy'))).toEqual([
      'send a one',
      'send a one',
      'saved a one',
      'send a two',
    ])
  })

  test('nothing is busy when all is answered', async () => {
    const { log, open, saver } = desk()
    saver.save('a', 'one')
    open[0]?.answer(true)
    await settle()
    expect(log.at(-1)).toBe('busy 0')
    expect(saver.isSaving('a')).toBe(false)
  })
})
