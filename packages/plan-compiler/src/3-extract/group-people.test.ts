import { expect, test } from 'vitest'
import { matchesIn } from '../scan/clues.ts'
import { waysOfSaying } from './group-people.ts'

/** One or more for each way, with the longest that may stand between its words. */
const sentences = [
  '由街道主任李明任组长',
  '以副书记为双召集人',
  '镇长王强同志担任第一总指挥,书记赵刚为常务副指挥长',
  '综治办王强任主任,司法所刘洋担任主任委员',
  '社区书记兼任副主任',
  '各科室负责人为领导小组成员',
  '包片干部是工作队队员,居民代表为委员',
  '组长由李明担任',
  '总指挥由镇长兼任,副指挥长由分管副镇长担任',
  '副主任由王强同志担任',
  '成员包括各村书记',
  '成员有张敏、李强,委员由各支部推荐组成',
  '各村、各社区共同组成的农村环境卫生整治长效管理巡查督导领导小组',
  '党员参加联席会',
  '由物业、居民组成创建文明城区迎检保障综合协调工作指挥部',
  '组织退役军人和楼栋长,组建巡逻队伍',
  '由王强兼领导小组办公室主任,由刘洋任主任',
  '综合科科长刘洋兼任办公室主任',
  '办公室设在城管科,办公室,设立于党政办',
  '指挥部设置在服务中心,专班设于三楼',
]

test('what is looked for before a way of saying a post stands in all that the way matches', () => {
  for (const { shape, core } of waysOfSaying) {
    const held = sentences.filter(words => matchesIn(shape, words, 0, words.length).length > 0)
    expect(held.length, String(shape.shape)).toBeGreaterThan(0)
    expect(held.filter(words => !core.shape.test(words))).toEqual([])
  }
})
