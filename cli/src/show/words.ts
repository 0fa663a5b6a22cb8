import type { Severity } from '@luoshi/plan-compiler/plan'
import type { Language } from '../command.ts'

type Words = {
  readonly severity: { readonly [S in Severity]: string }
  readonly why: string
  readonly fix: string
  readonly related: string
  readonly remedy: (text: string) => string
  readonly untitled: string
  readonly planOf: (n: number, all: number) => string
  readonly issuer: string
  readonly counts: Readonly<Record<string, string>>
  readonly none: string
  readonly summary: (errors: number, warnings: number, infos: number) => string
  readonly clean: string
}

const some = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** What the command says around what it shows. */
export const words: { readonly [L in Language]: Words } = {
  zh: {
    severity: { error: '错误', warning: '注意', info: '提示' },
    why: '为何',
    fix: '改法',
    related: '另见',
    remedy: text => `可直接改为“${text}”`,
    untitled: '（无标题）',
    planOf: (n, all) => `第${n}份，共${all}份`,
    issuer: '发文',
    counts: {
      groups: '机构',
      phases: '阶段',
      tasks: '任务',
      duties: '常态工作',
      indicators: '指标',
      milestones: '节点',
      checklists: '测评标准',
      procedure: '程序',
      budget: '经费',
      consequences: '奖惩',
      references: '依据',
    },
    none: '没有读出可执行的事项',
    summary: (errors, warnings, infos) => `${errors}处错误，${warnings}处注意，${infos}处提示`,
    clean: '没有发现对不上的地方',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    why: 'why',
    fix: 'fix',
    related: 'see',
    remedy: text => `may simply become "${text}"`,
    untitled: '(no title)',
    planOf: (n, all) => `plan ${n} of ${all}`,
    issuer: 'issued by',
    counts: {
      groups: 'groups',
      phases: 'phases',
      tasks: 'tasks',
      duties: 'duties',
      indicators: 'indicators',
      milestones: 'milestones',
      checklists: 'checklists',
      procedure: 'procedure steps',
      budget: 'budget lines',
      consequences: 'consequences',
      references: 'references',
    },
    none: 'nothing to be done was found',
    summary: (errors, warnings, infos) =>
      `${some(errors, 'error', 'errors')}, ${some(warnings, 'warning', 'warnings')}, ${some(infos, 'info', 'infos')}`,
    clean: 'everything adds up',
  },
}
