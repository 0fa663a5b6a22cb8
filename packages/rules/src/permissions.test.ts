import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Action, actions, isReading, readingOf } from './action.ts'
import type { Actor, Membership } from './actor.ts'
import { allowedActions, can, judgements, type Subject, scopeOf } from './permissions.ts'
import { type Role, roles } from './role.ts'
import { unitKinds } from './unit-kind.ts'
import { isWithin } from './unit-path.ts'

const member = (role: Role, unitPath: string): Membership => ({ unitId: unitPath, unitPath, unitKind: 'street', role })

const person = (personId: string, ...memberships: Membership[]): Actor => ({ personId, tenantId: 'yunxi', memberships })

const at = (unitPath: string, more: Partial<Subject> = {}): Subject => ({ tenantId: 'yunxi', unitPath, ...more })

const everyRoleReads = 'office unit worker inspector leader auditor'

/** What each role may do, written out once more by hand: a change of the rights is a change here too. */
const expected: readonly (readonly [string, string])[] = [
  ['tenant.read unit.read', `${everyRoleReads} administrator`],
  ['settings.manage unit.manage person.manage import.run api-key.manage', 'administrator'],
  ['notice-channel.manage', 'office administrator'],
  ['person.read', 'office unit leader auditor administrator'],
  ['audit.read', 'auditor administrator'],
  ['plan.read programme.read task.read duty.read indicator.read assignment.read', everyRoleReads],
  ['occurrence.read evidence.read standard.read point.read visit.read case.read ledger.read', everyRoleReads],
  ['budget.read ledger.export', 'office leader auditor'],
  ['burden.read', 'office unit leader auditor'],
  ['round.read', everyRoleReads],
  ['delivery.read', 'office auditor'],
  ['plan.import plan.review plan.publish plan.revise programme.manage task.manage duty.manage', 'office'],
  ['budget.manage indicator.manage standard.manage point.manage round.manage round.draw', 'office'],
  ['assignment.confirm assignment.return assignment.withdraw', 'office'],
  ['occurrence.confirm occurrence.return occurrence.excuse case.assign case.close case.merge', 'office'],
  ['assignment.accept assignment.progress assignment.submit occurrence.record', 'unit worker'],
  ['case.accept case.progress case.submit', 'unit worker'],
  ['assignment.extend-request case.extend-request case.refuse', 'unit'],
  ['assignment.extend-decide case.extend-decide', 'office leader'],
  ['indicator.measure case.escalate', 'office unit'],
  ['evidence.add case.open', 'office unit worker inspector'],
  ['evidence.withdraw', 'office'],
  ['visit.record', 'unit worker inspector'],
  ['delivery.settle visit.import', 'office'],
  ['case.recheck', 'office inspector'],
  ['case.list', 'leader'],
]

const words = (text: string): readonly string[] => text.split(' ')

describe('every role and action', () => {
  test('is written in the expected table exactly once', () => {
    expect(expected.flatMap(([named]) => words(named)).toSorted()).toEqual([...actions].toSorted())
  })

  const pairs = expected.flatMap(([named, holders]) =>
    words(named).flatMap(action => roles.map(role => [role, action as Action, words(holders).includes(role)] as const)),
  )

  test.each(pairs)('%s, %s: %s', (role, action, may) => {
    expect(can(person('li', member(role, 'yunxi.linhe')), action, at('yunxi.linhe.binhe'))).toBe(may)
  })
})

describe('a right', () => {
  const office = person('li', member('office', 'yunxi.linhe'))

  test('reaches down the tree and neither up nor sideways', () => {
    const reaches = ['yunxi.linhe', 'yunxi.linhe.binhe.estate3', 'yunxi', 'yunxi.dongmen', 'yunxi.linhe2', ''].map(
      path => can(office, 'task.manage', at(path)),
    )
    expect(reaches).toEqual([true, true, false, false, false, false])
  })

  test('ends at the border of the tenant', () => {
    expect(can(office, 'task.manage', { tenantId: 'other', unitPath: 'yunxi.linhe' })).toBe(false)
  })

  test('to read reaches what the unit takes part in, and to write does not', () => {
    const programme = at('yunxi', { involvedPaths: ['yunxi.dongmen', 'yunxi.linhe.binhe'] })
    expect(can(office, 'programme.read', programme)).toBe(true)
    expect(can(office, 'programme.manage', programme)).toBe(false)
    expect(can(person('wang', member('unit', 'yunxi.beiguan')), 'programme.read', programme)).toBe(false)
  })

  test('of several memberships counts each in its own place only', () => {
    const both = person('li', member('auditor', 'yunxi'), member('unit', 'yunxi.linhe.binhe'))
    expect(can(both, 'assignment.submit', at('yunxi.linhe.binhe'))).toBe(true)
    expect(can(both, 'assignment.submit', at('yunxi.linhe'))).toBe(false)
    expect(can(both, 'audit.read', at('yunxi.linhe'))).toBe(true)
  })

  test('of an administrator at the root covers the settings, of one below it does not', () => {
    expect(can(person('zhao', member('administrator', 'yunxi')), 'settings.manage', at('yunxi'))).toBe(true)
    expect(can(person('zhao', member('administrator', 'yunxi.linhe')), 'settings.manage', at('yunxi'))).toBe(false)
  })
})

describe('what one did oneself', () => {
  const everything = person('li', ...roles.map(role => member(role, 'yunxi')))

  test.each([...judgements])('is not for oneself to judge: %s', action => {
    expect(can(everything, action, at('yunxi.linhe', { doneBy: 'li' }))).toBe(false)
    expect(can(everything, action, at('yunxi.linhe', { doneBy: ['wang', 'li'] }))).toBe(false)
    expect(can(everything, action, at('yunxi.linhe', { doneBy: 'wang' }))).toBe(true)
    expect(can(everything, action, at('yunxi.linhe', { doneBy: null }))).toBe(true)
  })
})

describe('a key', () => {
  const key = (...apiScopes: string[]): Actor => ({ ...person('li', ...roles.map(r => member(r, 'yunxi'))), apiScopes })
  const allowed = (...scopes: string[]): readonly Action[] => allowedActions(key(...scopes), at('yunxi'))

  test('without scopes may do nothing', () => expect(allowed()).toEqual([]))
  test('with one action may do that alone', () => expect(allowed('case.open')).toEqual(['case.open']))
  test('with a noun may do everything on it', () =>
    expect(allowed('occurrence.*')).toEqual(actions.filter(action => action.startsWith('occurrence.'))))
  test('that reads may read everything and write nothing', () =>
    expect(allowed('*.read')).toEqual(actions.filter(isReading)))
  test('with every scope makes no keys, people or settings', () => {
    const without = ['api-key.manage', 'person.manage', 'settings.manage']
    expect(allowed('*')).toEqual(actions.filter(action => !without.includes(action)))
  })
  test('never goes beyond its person', () => {
    const worker = { ...person('li', member('worker', 'yunxi.linhe')), apiScopes: ['*'] }
    expect(can(worker, 'assignment.confirm', at('yunxi.linhe'))).toBe(false)
  })
})

test('the reading that goes with an action is named, or there is none', () => {
  expect([readingOf('case.close'), readingOf('case.read'), readingOf('settings.manage')]).toEqual([
    'case.read',
    'case.read',
    null,
  ])
})

describe('whoever asks', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
    .map(labels => ['yunxi', ...labels].join('.'))
  const membership = fc.record({
    unitId: fc.constant('unit'),
    unitPath: path,
    unitKind: fc.constantFrom(...unitKinds),
    role: fc.constantFrom(...roles),
  })
  const actor = fc.record({
    personId: fc.constantFrom('li', 'wang'),
    tenantId: fc.constantFrom('yunxi', 'other'),
    memberships: fc.array(membership, { maxLength: 3 }),
    apiScopes: fc.option(fc.array(fc.constantFrom('*', '*.read', 'case.*', 'plan.import'))),
  })
  const subject = fc.record({
    tenantId: fc.constantFrom('yunxi', 'other'),
    unitPath: path,
    involvedPaths: fc.array(path, { maxLength: 2 }),
    doneBy: fc.option(fc.constantFrom('li', 'wang')),
  })

  test('nothing is allowed outside the subtrees of the memberships', () => {
    fc.assert(
      fc.property(actor, subject, (who, what) => {
        const own = who.memberships.map(({ unitPath }) => unitPath)
        const inside = (place: string) => own.some(ancestor => isWithin(place, ancestor))
        for (const action of allowedActions(who, what)) {
          expect(who.tenantId).toBe(what.tenantId)
          if (action === 'tenant.read') continue
          expect(inside(what.unitPath) || (isReading(action) && what.involvedPaths.some(inside))).toBe(true)
        }
      }),
    )
  })

  test('a list by scope holds exactly what may be read one by one', () => {
    fc.assert(
      fc.property(
        actor,
        subject,
        fc.constantFrom(...actions.filter(action => action !== 'tenant.read')),
        (who, what, action) => {
          fc.pre(who.tenantId === what.tenantId && !judgements.has(action))
          const scope = scopeOf(who, action)
          const places = isReading(action) ? [what.unitPath, ...what.involvedPaths] : [what.unitPath]
          expect(places.some(place => scope.some(open => isWithin(place, open)))).toBe(can(who, action, what))
        },
      ),
    )
  })
})
