import type { UnitKind } from '@luoshi/rules/unit-kind'

export type UnitRef = { readonly id: string; readonly name: string; readonly kind: UnitKind }

/** A unit as rows name it. The table checks that the kind is one of ours. */
export const unitRef = (id: string, name: string, kind: string): UnitRef => ({ id, name, kind: kind as UnitKind })
