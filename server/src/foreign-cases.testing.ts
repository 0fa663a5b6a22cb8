import type { CaseDetail, Category, Notice } from '@luoshi/contract/cases'
import type { Client } from './client.testing.ts'
import type { TestHouse } from './house.testing.ts'

/** A case of 柳荫社区 in each state that a step asks for, a request for time and a notice. */
export const furnishCases = async (house: TestHouse) => {
  const office = house.as('officer').cases
  const [category] = await office.categories({})
  const unitId = house.seeded.units.willow.id
  const open = (title: string): Promise<CaseDetail> =>
    office.open({
      ...{ title, origin: 'hand', categoryId: category?.id ?? '', officeId: house.seeded.units.county.id, unitId },
      position: { longitude: 110, latitude: 30 },
    })
  const asked = await open('要延期的')
  const submitted = await open('已整改的')
  const template = { id: house.house.ids.next(), unitId, step: 'submit', name: '已清理', text: '已清理完毕' } as const
  await house.as('willowUnit').cases.saveTemplate(template)
  return {
    category,
    template,
    assigned: await open('刚交办的'),
    asked: await house.as('willowUnit').cases.askExtension({
      ...{ id: asked.id, version: asked.version, until: '2027-01-20', reason: '连续降雨' },
    }),
    submitted: await house.as('willowWorker').cases.submit({
      ...{ id: submitted.id, version: submitted.version, note: '已清理' },
    }),
    notice: await office.issueNotice({ unitId, caseIds: [(await open('要通知的')).id], dueOn: '2026-03-02' }),
  }
}

export type CaseThings = {
  readonly category: Category | undefined
  readonly template: { readonly id: string; readonly unitId: string }
  readonly assigned: CaseDetail
  readonly asked: CaseDetail
  readonly submitted: CaseDetail
  readonly notice: Notice
}

type Home = { readonly unitId: string; readonly evidenceId: string }
type Attempt = (call: Client, home: Home) => Promise<unknown>

/** For every operation that writes cases, calls that name what is not the caller's. */
export const attemptsOnCases = (
  house: () => TestHouse,
  things: () => CaseThings,
): Readonly<Record<string, Attempt[]>> => {
  const at = (one: 'assigned' | 'asked' | 'submitted') => ({ id: things()[one].id, version: things()[one].version })
  const ids = () => house().seeded.units
  const opening = (home: Home) => ({
    ...{ title: '外来问题', origin: 'hand' as const, categoryId: things().category?.id ?? '' },
    officeId: home.unitId,
  })
  const reason = '需要重新办理'
  return {
    'cases.open': [
      (call, home) => call.cases.open({ ...opening(home), officeId: ids().county.id }),
      (call, home) => call.cases.open({ ...opening(home), unitId: ids().willow.id }),
      (call, home) => call.cases.open({ ...opening(home), id: things().assigned.id, evidenceIds: [] }),
    ],
    'cases.assign': [
      (call, home) => call.cases.assign({ ...at('assigned'), unitId: home.unitId }),
      call => call.cases.assign({ ...at('assigned'), unitId: ids().willow.id }),
    ],
    'cases.accept': [call => call.cases.accept(at('assigned'))],
    'cases.refuse': [call => call.cases.refuse({ ...at('assigned'), reason })],
    'cases.start': [call => call.cases.start(at('assigned'))],
    'cases.submit': [
      (call, home) => call.cases.submit({ ...at('assigned'), note: '外来', evidenceIds: [home.evidenceId] }),
    ],
    'cases.recheck': [call => call.cases.recheck({ ...at('submitted'), passed: true })],
    'cases.close': [call => call.cases.close(at('submitted'))],
    'cases.dismiss': [call => call.cases.dismiss({ ...at('assigned'), reason })],
    'cases.merge': [call => call.cases.merge({ ...at('assigned'), into: things().asked.id })],
    'cases.listing': [call => call.cases.listing(at('assigned'))],
    'cases.escalate': [call => call.cases.escalate({ ...at('assigned'), reason })],
    'cases.comment': [call => call.cases.comment({ id: things().assigned.id, note: '外来' })],
    'cases.askExtension': [call => call.cases.askExtension({ ...at('assigned'), until: '2027-02-01', reason })],
    'cases.decideExtension': [
      call =>
        call.cases.decideExtension({
          ...{ id: things().asked.id, extensionId: things().asked.extensions[0]?.id ?? '', granted: true },
        }),
    ],
    'cases.batch': [
      async call => {
        const [answer] = await call.cases.batch({ step: 'accept', cases: [at('assigned')] })
        throw Object.assign(new Error('answered'), { code: answer?.problem?.code ?? 'done' })
      },
    ],
    'cases.saveTemplate': [
      call => call.cases.saveTemplate({ ...template, id: house().house.ids.next(), unitId: ids().willow.id }),
    ],
    'cases.dropTemplate': [call => call.cases.dropTemplate({ id: things().template.id })],
    'cases.issueNotice': [
      call => call.cases.issueNotice({ unitId: ids().willow.id, caseIds: [things().assigned.id], dueOn: '2027-01-20' }),
      (call, home) =>
        call.cases.issueNotice({ unitId: home.unitId, caseIds: [things().assigned.id], dueOn: '2027-01-20' }),
    ],
    'cases.acknowledgeNotice': [call => call.cases.acknowledgeNotice({ id: things().notice.id })],
  }
}

const template = { step: 'submit', name: '外来', text: '外来的话' } as const
