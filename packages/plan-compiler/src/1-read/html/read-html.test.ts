import { strToU8 } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { linesOf, placeOf } from '../read.testing.ts'

const page = (body: string, head = ''): Uint8Array =>
  strToU8(`<!DOCTYPE html><html><head>${head}<title>网站</title></head><body>${body}</body></html>`)
const lines = (body: string): Promise<readonly string[]> => linesOf(page(body), 'a.html')

const plan = '<h1>松塘街道工作方案</h1><p>一、工作目标</p><p>各社区每周检查一次楼道。</p>'
const read = ['松塘街道工作方案', '一、工作目标', '各社区每周检查一次楼道。']

describe('READ-11 of a page that was saved from a site the plan is read and the site is not', () => {
  test.each([
    [
      'navigation, heads and feet',
      `<nav><a href="/">首页</a></nav>${plan}<footer>版权所有</footer><aside>热门</aside>`,
    ],
    ['parts that say what they are', `<div role="navigation">首页</div>${plan}<div role="contentinfo">备案号</div>`],
    [
      'a menu that is a list of links',
      `<ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>办事服务</a></li></ul>${plan}`,
    ],
    ['a bar of links', `<div><a>首页</a> > <a>公开</a> > <a>通知</a></div>${plan}`.replace('通知', '目录')],
    ['scripts, with whatever they compare', `<script>if (a<b && b>c) { document.write("</p>") }</script>${plan}`],
    ['what is not shown', `<div style="display: none">暗</div><div hidden>藏</div><template>模板</template>${plan}`],
    ['buttons and fields', `${plan}<button>打印</button><select><option>大</option></select><textarea>留言</textarea>`],
    ['comments', `<!-- <p>旧稿</p> -->${plan}`],
  ])('%s', async (_, body) => expect(await lines(body)).toEqual(read))

  test('what a plan attaches is named by links, and stays', async () => {
    const attached = ['附件1:登记表', '附件2:汇总表', '附件3:评分表'].map(name => `<p><a href="x">${name}</a></p>`)
    expect(await lines(plan + attached.join(''))).toEqual([...read, '附件1:登记表', '附件2:汇总表', '附件3:评分表'])
  })

  test('a list of related pages is no part of the plan, whatever their titles are', async () => {
    const related = ['一图读懂楼道整治', '街道召开会议', '街道办事处关于停水的通知'].map(
      name => `<li><a href="x">${name}</a></li>`,
    )
    expect(await lines(`${plan}<ul>${related.join('')}</ul>`)).toEqual(read)
  })

  test('an element that is never closed hides nothing', async () => {
    expect(await lines(`<nav>${plan}`)).toEqual(read)
  })

  test('lists are numbered from where they begin, within lists too', async () => {
    const body = '<ol start="3"><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol><ul><li>丙</li></ul>'
    expect(await lines(body)).toEqual(['3、甲', '(1)子', '(2)丑', '4、乙', '丙'])
  })

  test('a list says how it counts and where an item stands; a deeper one counts in other signs', async () => {
    const inner = '<ol><li>子<ol><li>寅</li></ol></li></ol>'
    expect(
      await lines(`<ol style="list-style-type: cjk-ideographic"><li>甲${inner}</li><li value="5">乙</li></ol>`),
    ).toEqual(['一、甲', '1、子', '(1)寅', '五、乙'])
  })

  test('struck and hidden words within a sentence are not read; a style that hides what runs over hides nothing', async () => {
    const body =
      '<p style="overflow: hidden ; color: red">各社区<del>每日</del><s>每季</s><span style="display: none">暗</span>每月检查。</p>'
    expect(await lines(body)).toEqual(['各社区每月检查。'])
  })

  test('a number stands before the paragraph within its item', async () => {
    expect(await lines('<ol>\n<li><p>甲</p><p>又</p></li><li>\n<div><p>乙</p></div></li></ol>')).toEqual([
      '1、甲',
      '又',
      '2、乙',
    ])
  })

  test('a table tells its rows; one that lays out the page does not', async () => {
    const tasks =
      '<table><tr><th>任务</th><th>单位</th></tr><tr><td><p>清扫</p><p>清运</p></td><td>民政办</td></tr></table>'
    expect(await lines(tasks)).toEqual(['任务\t单位', '清扫 清运\t民政办'])
    expect(await lines(`<table><tr><td>${plan}</td></tr></table>`)).toEqual(read)
    const article = `${plan}${'<p>街道办事处统筹,各社区落实,物业公司配合,每月底前将情况报送街道城建办,由城建办汇总后通报。</p>'.repeat(5)}`
    const laidOut = await lines(`<table><tr><td>${article}${tasks}</td><td>侧栏</td></tr></table>`)
    expect(laidOut.slice(0, 3)).toEqual(read)
    expect(laidOut).toContain('任务\t单位')
  })

  test('a cell over several rows is repeated, one over several columns leaves the rest empty', async () => {
    const cells = (...words: readonly string[]) => words.map(word => `<td>${word}</td>`).join('')
    const body = `<table><tr><th rowspan="2">序号</th><th rowspan="2">任务</th><th colspan="2">分工</th></tr><tr>${cells('牵头单位', '配合单位')}</tr><tr>${cells('1', '清扫')}<td rowspan="2">民政办</td>${cells('各社区')}</tr><tr>${cells('2', '清运', '物业')}</tr><tr>${cells('3', '粉刷', '城建办', '各社区')}</tr></table>`
    expect(await lines(body)).toEqual([
      '序号\t任务\t分工\t',
      '序号\t任务\t牵头单位\t配合单位',
      '1\t清扫\t民政办\t各社区',
      '2\t清运\t民政办\t物业',
      '3\t粉刷\t城建办\t各社区',
    ])
  })

  test.each(['gb18030', 'gbk', 'big5', 'utf-16le'])('in %s', async encoding => {
    const text = encoding === 'big5' ? '各社區每週檢查一次樓道。' : '各社区每周检查一次楼道。'
    const html = `<html><head><meta charset="${encoding}"></head><body><p>${text}</p></body></html>`
    expect(await linesOf(iconv.encode(html, encoding), 'a.html')).toEqual([text])
  })

  test('a few characters in the encoding that the page says', async () => {
    const html =
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>厕圳</p></body></html>'
    expect(await linesOf(iconv.encode(html, 'gbk'), 'a.html')).toEqual(['厕圳'])
  })
})

test('PLACE-1 a word of a page leads back to its paragraph, or to its table and row', async () => {
  const bytes = page(`${plan}<table><tr><td>任务</td><td>单位</td></tr><tr><td>清扫</td><td>民政办</td></tr></table>`)
  expect(await Promise.all(['每周检查', '民政办'].map(words => placeOf(bytes, words, 'a.html')))).toEqual([
    '第3段',
    '表1第2行',
  ])
})
