import type { ProblemCode } from './problem.ts'

type Words = { readonly title: string; readonly detail: string }
type PlanProblem = Extract<ProblemCode, `plan-${string}` | 'revision-not-compared'>

/** What stands in the way of a plan that is read, published or revised. */
export const planProblemWords: Readonly<Record<PlanProblem, { readonly zh: Words; readonly en: Words }>> = {
  'plan-still-reading': {
    zh: { title: '方案还在读取', detail: '请等读取完成后再操作，通常只要几秒钟。' },
    en: {
      title: 'The plan is still being read',
      detail: 'Wait until it has been read; that usually takes a few seconds.',
    },
  },
  'plan-already-published': {
    zh: { title: '方案已经发布', detail: '《{title}》已经发布，不能再改或重复发布。有新内容请上传新版本。' },
    en: { title: 'The plan is published already', detail: '“{title}” is running. Hand in a new version to change it.' },
  },
  'plan-has-errors': {
    zh: {
      title: '方案里还有错误',
      detail: '还有 {count} 处错误没有处理，照原样执行会出错。请在核对页改正，或者写明理由标为已处理。',
    },
    en: {
      title: 'The plan still has errors',
      detail:
        'Errors still open: {count}. Run as it stands, the plan would go wrong. Mend them in the review, or settle them with a reason.',
    },
  },
  'plan-dates-impossible': {
    zh: {
      title: '有的日期不存在',
      detail: '有 {count} 项的日期在日历上不存在，无法排期。请改成真实的日期。',
    },
    en: {
      title: 'Some dates do not exist',
      detail: 'Items with a date that no calendar has: {count}. They cannot be scheduled. Give real dates.',
    },
  },
  'plan-items-waiting': {
    zh: {
      title: '还有条目没有确认',
      detail: '还有 {count} 项没有确认。请逐项确认或剔除，没有疑问的可以一并确认。',
    },
    en: {
      title: 'Items wait for a decision',
      detail:
        'Items neither confirmed nor rejected: {count}. Decide each; those without a doubt can be confirmed together.',
    },
  },
  'plan-parties-unmatched': {
    zh: {
      title: '还有单位没有对上',
      detail: '有 {count} 个名称还没有对应到单位，任务发不下去：{names}。请选定单位，或注明不交办。',
    },
    en: {
      title: 'Some names stand for no unit yet',
      detail:
        'Names that stand for no unit yet: {count} ({names}). Their tasks reach nobody. Choose units, or assign them to nobody.',
    },
  },
  'plan-without-year': {
    zh: {
      title: '方案没有年份',
      detail: '有 {count} 项的日期没有写年份，无法排期。请补一次年份，全篇通用。',
    },
    en: {
      title: 'The plan has no year',
      detail:
        'Items dated without a year: {count}. They cannot be scheduled. Fill the year in once for the whole plan.',
    },
  },
  'plan-nothing-to-run': {
    zh: {
      title: '没有可以执行的内容',
      detail: '方案里没有任务、常态工作或指标，发布后无事可做。请在文中选出至少一项。',
    },
    en: {
      title: 'There is nothing to run',
      detail:
        'There is no task, duty or target in it, so publishing would start nothing. Pick at least one in the text.',
    },
  },
  'revision-not-compared': {
    zh: { title: '请先比较新旧版本', detail: '新版本还没有与正在执行的项目比较过。请先打开比较页核对变化。' },
    en: {
      title: 'Compare the versions first',
      detail: 'The new version was not compared with the running programme yet. Look at the comparison first.',
    },
  },
}
