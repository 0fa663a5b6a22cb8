import type { Role } from '@luoshi/rules/role'
import {
  county,
  sampleCommunities,
  sampleCompanies,
  sampleDepartments,
  sampleSchools,
  sampleStreets,
} from './sample-county.ts'
import { sampleSignIns } from './sign-ins.ts'

export type SamplePerson = {
  readonly name: string
  readonly account: string
  readonly unit: string
  readonly role: Role
  readonly title: string
}

/** Names made of parts; nobody is meant. */
const surnames = '尚伊宁步梅乔祁竺宣骆翁阮茅池桂祝路温甄蔺晏鞠阳仲屈项耿席黎聂'
const givens = ['知秋', '一帆', '云舒', '景行', '思齐', '若水', '长青', '听雨', '修远', '念慈', '子衿', '向晚', '怀瑾']

const madeName = (index: number): string =>
  `${surnames[index % surnames.length] ?? ''}${givens[(index * 5 + Math.floor(index / surnames.length)) % givens.length] ?? ''}`

type Seat = Omit<SamplePerson, 'name' | 'account'>

const seat = (unit: string, role: Role, title: string): Seat => ({ unit, role, title })

/** The seats of those who can sign in, in the order of `sampleSignIns`. */
const known: readonly Seat[] = [
  seat(county, 'office', '创建办主任'),
  seat('临河街道', 'office', '街道办公室主任'),
  seat('滨河社区', 'unit', '社区书记'),
  seat('滨河社区', 'worker', '社区工作者'),
  seat('县住房和城乡建设局', 'unit', '科长'),
  seat(county, 'leader', '县委副书记'),
  seat(county, 'inspector', '督查员'),
  seat(county, 'auditor', '审计员'),
  seat(county, 'administrator', '系统管理员'),
]

const others: readonly Seat[] = [
  seat(county, 'office', '创建办干部'),
  seat(county, 'leader', '副县长'),
  ...sampleStreets.slice(1).map(street => seat(street, 'office', '街道办公室主任')),
  ...sampleStreets.map(street => seat(street, 'unit', '街道干部')),
  ...sampleCommunities
    .slice(1)
    .flatMap(community => [seat(community, 'unit', '社区书记'), seat(community, 'worker', '社区工作者')]),
  ...sampleDepartments.filter(name => name !== '县住房和城乡建设局').map(name => seat(name, 'unit', '科长')),
  ...sampleCompanies.map(name => seat(name, 'unit', '项目经理')),
  ...sampleSchools.map(name => seat(name, 'unit', '德育主任')),
  ...[1, 2, 3].map(() => seat(county, 'inspector', '督查员')),
]

export const samplePeople: readonly SamplePerson[] = [
  ...sampleSignIns.map(({ name, account }, index) => ({ name, account, ...(known[index] as Seat) })), // as many as sign-ins
  ...others.map((one, index) => ({
    ...one,
    name: madeName(index),
    account: `yx${String(index + 1).padStart(3, '0')}`,
  })),
]
