export const roles = ['office', 'unit', 'worker', 'inspector', 'leader', 'auditor', 'administrator'] as const

/** What a person is in a unit: 创建办, 责任单位, 社区工作者/网格员, 督查员, 领导, 审计, 管理员. */
export type Role = (typeof roles)[number]

export const isRole = (text: string): text is Role => roles.some(role => role === text)
