import type { Role } from '@luoshi/rules/role'
import type { UnitKind } from '@luoshi/rules/unit-kind'

export type Heading = { readonly key: string; readonly words: string; readonly needed: boolean; readonly width: number }

/** The two sheets of an import, as an office would head them. */
export const unitSheet = {
  name: '单位',
  headings: [
    { key: 'name', words: '单位名称', needed: true, width: 26 },
    { key: 'parent', words: '上级单位', needed: true, width: 26 },
    { key: 'kind', words: '类型', needed: true, width: 12 },
    { key: 'shortName', words: '简称', needed: false, width: 14 },
    { key: 'aliases', words: '别名', needed: false, width: 26 },
  ],
} as const satisfies { name: string; headings: readonly Heading[] }

export const personSheet = {
  name: '人员',
  headings: [
    { key: 'name', words: '姓名', needed: true, width: 12 },
    { key: 'account', words: '账号', needed: true, width: 18 },
    { key: 'unit', words: '单位', needed: true, width: 26 },
    { key: 'role', words: '角色', needed: true, width: 14 },
    { key: 'title', words: '职务', needed: false, width: 16 },
    { key: 'phone', words: '手机', needed: false, width: 16 },
    { key: 'email', words: '邮箱', needed: false, width: 24 },
  ],
} as const satisfies { name: string; headings: readonly Heading[] }

export const kindWords: Readonly<Record<UnitKind, readonly string[]>> = {
  county: ['县区', '县', '区', '县级市'],
  street: ['街道'],
  town: ['乡镇', '镇', '乡'],
  community: ['社区'],
  village: ['村', '行政村'],
  estate: ['小区'],
  grid: ['网格'],
  department: ['部门', '局', '办公室'],
  company: ['企业', '公司', '物业'],
  school: ['学校'],
  other: ['其他', '其它'],
}

export const roleWords: Readonly<Record<Role, readonly string[]>> = {
  office: ['创建办', '办公室'],
  unit: ['责任单位', '单位负责人'],
  worker: ['社区工作者', '网格员', '工作人员'],
  inspector: ['督查员', '测评员'],
  leader: ['领导'],
  auditor: ['审计'],
  administrator: ['管理员'],
}

/** The code a word stands for; the code itself is understood too. */
export const codeOf = <K extends string>(words: Readonly<Record<K, readonly string[]>>, text: string): K | null => {
  const found = Object.entries<readonly string[]>(words).find(([code, names]) => code === text || names.includes(text))
  return found === undefined ? null : (found[0] as K) // a key of the record
}
