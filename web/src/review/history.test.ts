import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { did, doAgain, emptyHistory, forget, type History, type ItemFace, type Turn, takeBack } from './history.ts'

const face = (state: ItemFace['state']): ItemFace => ({ state, content: {} })
const turn = (id: string, before: ItemFace['state'], after: ItemFace['state']): Turn => ({
  what: 'confirm',
  steps: [{ on: 'item', id, before: face(before), after: face(after) }],
})

/** Plays turns on a desk of items, as the screen does. */
const play = (desk: Map<string, string>, { steps }: Turn): void => {
  for (const step of steps) if (step.on === 'item') desk.set(step.id, step.after.state)
}

describe('taking back', () => {
  test('nothing can be taken back before anything is done', () => {
    expect(takeBack(emptyHistory)).toBeNull()
    expect(doAgain(emptyHistory)).toBeNull()
  })

  test('the last turn comes back turned round and can be done again', () => {
    const history = did(emptyHistory, turn('a', 'proposed', 'confirmed'))
    const back = takeBack(history)
    expect(back?.turn.steps[0]?.after).toEqual(face('proposed'))
    expect(doAgain(back?.history ?? emptyHistory)?.turn).toEqual(turn('a', 'proposed', 'confirmed'))
  })

  test('a new turn ends what could be done again', () => {
    const back = takeBack(did(emptyHistory, turn('a', 'proposed', 'confirmed')))
    expect(did(back?.history ?? emptyHistory, turn('b', 'proposed', 'rejected')).future).toEqual([])
  })

  test('what another has changed since is left out, and a turn left empty with it', () => {
    const history = [turn('a', 'proposed', 'confirmed'), turn('b', 'proposed', 'rejected')].reduce(did, emptyHistory)
    expect(forget(history, new Set(['b'])).past).toEqual([turn('a', 'proposed', 'confirmed')])
  })

  test('taking back every turn leaves the desk as it was', () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('confirmed', 'rejected', 'proposed')),
    )
    fc.assert(
      fc.property(moves, list => {
        const desk = new Map([...'abc'].map(id => [id, 'proposed']))
        let history: History = emptyHistory
        for (const [id, state] of list) {
          // The desk holds only the states that were put on it above.
          const next = turn(id, desk.get(id) as ItemFace['state'], state as ItemFace['state'])
          play(desk, next)
          history = did(history, next)
        }
        for (let back = takeBack(history); back; back = takeBack(back.history)) play(desk, back.turn)
        expect([...desk.values()]).toEqual(['proposed', 'proposed', 'proposed'])
      }),
    )
  })
})
