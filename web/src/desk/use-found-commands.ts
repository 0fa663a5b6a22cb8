import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { orpc } from '../ui/api.ts'
import type { Command } from '../ui/commands.ts'
import { useWords } from '../ui/i18n.ts'
import { useMay } from '../ui/session.ts'
import { deskWords } from './words.ts'

const few = 5

/** Programmes, plans and units whose name holds what was typed. */
export const useFoundCommands = (typed: string): readonly Command[] => {
  const t = useWords(deskWords)
  const may = useMay()
  const navigate = useNavigate()
  const q = typed.trim()
  const isAsked = q.length >= 1
  const fresh = { staleTime: 30_000 }
  const programmes = useQuery(
    orpc.programmes.list.queryOptions({
      input: isAsked && may('programme.read') ? { q, limit: few } : skipToken,
      ...fresh,
    }),
  )
  const plans = useQuery(
    orpc.plans.list.queryOptions({ input: isAsked && may('plan.read') ? { q, limit: few } : skipToken, ...fresh }),
  )
  const rounds = useQuery(
    orpc.rounds.list.queryOptions({ input: isAsked && may('round.read') ? { q, limit: few } : skipToken, ...fresh }),
  )
  const points = useQuery(
    orpc.points.list.queryOptions({ input: isAsked && may('point.read') ? { q, limit: few } : skipToken, ...fresh }),
  )
  const standards = useQuery(
    orpc.standards.list.queryOptions({
      input: isAsked && may('standard.read') ? { q, limit: few } : skipToken,
      ...fresh,
    }),
  )
  const units = useQuery(
    orpc.units.list.queryOptions({ input: isAsked && may('unit.read') ? { q } : skipToken, ...fresh }),
  )
  return [
    ...(programmes.data?.items ?? []).map(({ id, title, unit }) => ({
      id,
      label: title,
      hint: unit.name,
      group: t('palette.programmes'),
      run: () => void navigate({ to: '/programmes/$programmeId', params: { programmeId: id } }),
    })),
    ...(plans.data?.items ?? []).map(({ id, title, unit }) => ({
      id,
      label: title,
      hint: unit.name,
      group: t('palette.plans'),
      run: () => void navigate({ to: '/plans/$planId', params: { planId: id } }),
    })),
    ...(rounds.data?.items ?? []).map(({ id, title, unit }) => ({
      id,
      label: title,
      hint: unit.name,
      group: t('palette.rounds'),
      run: () => void navigate({ to: '/rounds/$roundId', params: { roundId: id } }),
    })),
    ...(points.data?.items ?? []).map(({ id, name, unit, pointType }) => ({
      id,
      label: name,
      hint: `${pointType} · ${unit.name}`,
      group: t('palette.points'),
      run: () => void navigate({ to: '/points/$pointId', params: { pointId: id } }),
    })),
    ...(standards.data?.items ?? []).map(({ id, title, unit }) => ({
      id,
      label: title,
      hint: unit.name,
      group: t('palette.standards'),
      run: () => void navigate({ to: '/standards/$standardId', params: { standardId: id } }),
    })),
    ...(units.data ?? [])
      .filter(({ name, shortName, aliases }) => [name, shortName ?? '', ...aliases].some(word => word.includes(q)))
      .slice(0, few)
      .map(({ id, name }) => ({
        id,
        label: name,
        group: t('palette.units'),
        run: () => void navigate({ to: '/units', search: { unit: id } }),
      })),
  ]
}
