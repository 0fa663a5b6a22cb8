import type { Action } from './action.ts'
import type { Role } from './role.ts'

/**
 * Who may do what, within the subtree of the unit they do it for.
 *
 * O office · U unit · W worker · I inspector · L leader · A auditor · M administrator
 *
 * An office manages everything below it, but does not do the units' work for them; a worker does the work, and the unit
 * answers for it; a leader and an auditor read; an administrator keeps units, people and settings, and has no part in the work.
 */
const table: Readonly<Record<Action, string>> = {
  'tenant.read': /*              */ 'O U W I L A M',
  'settings.manage': /*          */ '            M',
  'unit.read': /*                */ 'O U W I L A M',
  'unit.manage': /*              */ '            M',
  'person.read': /*              */ 'O U     L A M',
  'person.manage': /*            */ '            M',
  'import.run': /*               */ '            M',
  'api-key.manage': /*           */ '            M',
  'notice-channel.manage': /*    */ 'O           M',
  'audit.read': /*               */ '          A M',

  'plan.read': /*                */ 'O U W I L A  ',
  'plan.import': /*              */ 'O            ',
  'plan.review': /*              */ 'O            ',
  'plan.publish': /*             */ 'O            ',
  'plan.revise': /*              */ 'O            ',
  'programme.read': /*           */ 'O U W I L A  ',
  'programme.manage': /*         */ 'O            ',
  'task.read': /*                */ 'O U W I L A  ',
  'task.manage': /*              */ 'O            ',
  'duty.read': /*                */ 'O U W I L A  ',
  'duty.manage': /*              */ 'O            ',
  'budget.read': /*              */ 'O       L A  ',
  'budget.manage': /*            */ 'O            ',
  'indicator.read': /*           */ 'O U W I L A  ',
  'indicator.manage': /*         */ 'O            ',
  'indicator.measure': /*        */ 'O U          ',

  'assignment.read': /*          */ 'O U W I L A  ',
  'assignment.accept': /*        */ '  U W        ',
  'assignment.progress': /*      */ '  U W        ',
  'assignment.submit': /*        */ '  U W        ',
  'assignment.confirm': /*       */ 'O            ',
  'assignment.return': /*        */ 'O            ',
  'assignment.withdraw': /*      */ 'O            ',
  'assignment.extend-request': /**/ '  U          ',
  'assignment.extend-decide': /* */ 'O       L    ',
  'occurrence.read': /*          */ 'O U W I L A  ',
  'occurrence.record': /*        */ '  U W        ',
  'occurrence.confirm': /*       */ 'O            ',
  'occurrence.return': /*        */ 'O            ',
  'occurrence.excuse': /*        */ 'O            ',
  'evidence.read': /*            */ 'O U W I L A  ',
  'evidence.add': /*             */ 'O U W I      ',
  'evidence.withdraw': /*        */ 'O            ',

  'standard.read': /*            */ 'O U W I L A  ',
  'standard.manage': /*          */ 'O            ',
  'point.read': /*               */ 'O U W I L A  ',
  'point.manage': /*             */ 'O            ',
  'round.read': /*               */ 'O U W I L A  ',
  'round.manage': /*             */ 'O            ',
  'round.draw': /*               */ 'O            ',
  'visit.read': /*               */ 'O U W I L A  ',
  'visit.record': /*             */ '  U W I      ',
  'visit.import': /*             */ 'O            ',
  'delivery.read': /*            */ 'O         A  ',
  'delivery.settle': /*          */ 'O            ',
  'case.read': /*                */ 'O U W I L A  ',
  'case.open': /*                */ 'O U W I      ',
  'case.assign': /*              */ 'O            ',
  'case.accept': /*              */ '  U W        ',
  'case.refuse': /*              */ '  U          ',
  'case.progress': /*            */ '  U W        ',
  'case.submit': /*              */ '  U W        ',
  'case.recheck': /*             */ 'O     I      ',
  'case.close': /*               */ 'O            ',
  'case.extend-request': /*      */ '  U          ',
  'case.extend-decide': /*       */ 'O       L    ',
  'case.escalate': /*            */ 'O U          ',
  'case.list': /*                */ '        L    ',
  'case.merge': /*               */ 'O            ',
  'ledger.read': /*              */ 'O U W I L A  ',
  'ledger.export': /*            */ 'O       L A  ',
  'burden.read': /*              */ 'O U     L A  ',
}

const letters: Readonly<Record<string, Role>> = {
  O: 'office',
  U: 'unit',
  W: 'worker',
  I: 'inspector',
  L: 'leader',
  A: 'auditor',
  M: 'administrator',
}

const rolesIn = (row: string): ReadonlySet<Role> =>
  new Set([...row].map(letter => letters[letter]).filter(role => role !== undefined))

/** The roles that may do each action. */
export const rights: Readonly<Record<Action, ReadonlySet<Role>>> = Object.fromEntries(
  Object.entries(table).map(([action, row]) => [action, rolesIn(row)]),
  // The table is total over Action; Object.fromEntries forgets the keys' type.
) as Record<Action, ReadonlySet<Role>>
