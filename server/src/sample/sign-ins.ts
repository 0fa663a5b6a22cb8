/** Somebody of the sample one can sign in as. */
export type SampleSignIn = {
  readonly name: string
  readonly account: string
  readonly password: string
  readonly what: string
}

const signIn = (name: string, account: string, what: string): SampleSignIn => ({
  name,
  account,
  password: `yunxi-${account}-2026`,
  what,
})

/** One for each part one can play. They exist in the sample county alone, and everybody may know them. */
export const sampleSignIns: readonly SampleSignIn[] = [
  signIn('陆望山', 'office', '县创建办：导入、发布、督办、确认'),
  signIn('沈临川', 'street', '临河街道办公室：看本街道，确认社区提交的工作'),
  signIn('柳如苇', 'community', '滨河社区书记：本社区的任务'),
  signIn('桑小禾', 'worker', '滨河社区工作者：今天要做的事，用手机办理'),
  signIn('顾清和', 'department', '县住建局：部门的任务'),
  signIn('简怀清', 'leader', '县领导：看全局、看滞后'),
  signIn('石问渠', 'inspector', '督查员'),
  signIn('严守一', 'auditor', '审计：谁在何时做了什么'),
  signIn('管明达', 'admin', '系统管理员：单位与人员'),
]
