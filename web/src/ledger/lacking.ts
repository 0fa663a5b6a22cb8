import type { Ledger, LedgerItem } from '@luoshi/contract/ledger'

/** Something of it is missing or out of date. */
export const lacks = ({ missing, outOfDate }: LedgerItem): boolean => missing + outOfDate > 0

/** The ledger without what is complete; whatever is left empty by that goes too. */
export const onlyLacking = (standards: Ledger['standards']): Ledger['standards'] =>
  standards
    .map(each => ({
      ...each,
      sections: each.sections
        .map(section => ({
          ...section,
          criteria: section.criteria
            .map(criterion => ({ ...criterion, items: criterion.items.filter(lacks) }))
            .filter(({ items }) => items.length > 0),
        }))
        .filter(({ criteria }) => criteria.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0)
