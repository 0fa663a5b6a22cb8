import type { ItemKind } from './review.ts'

/** What the kinds of things that are read from a plan are called, wherever they are named. */
export const itemKindWords = {
  zh: {
    group: '机构',
    phase: '阶段',
    task: '任务',
    duty: '常态',
    indicator: '指标',
    milestone: '期限',
    checklist: '清单',
    procedure: '程序',
    budget: '经费',
    consequence: '奖惩',
    reference: '依据',
  },
  en: {
    group: 'Bodies',
    phase: 'Phases',
    task: 'Tasks',
    duty: 'Duties',
    indicator: 'Targets',
    milestone: 'Deadlines',
    checklist: 'Checklists',
    procedure: 'Procedure',
    budget: 'Budget',
    consequence: 'Consequences',
    reference: 'References',
  },
} as const satisfies Record<'zh' | 'en', Record<ItemKind, string>>
