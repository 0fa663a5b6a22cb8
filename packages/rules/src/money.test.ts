import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskAddress, maskEmail, maskIdNumber, maskName, maskPhone } from './masking.ts'
import { capitalAmount, parseYuan, yuanText } from './money.ts'

describe('money', () => {
  test.each([
    [0, '0'],
    [5, '0.05'],
    [120_000, '1,200'],
    [123_456_789, '1,234,567.89'],
    [-150, '-1.50'],
  ])('%d fen is written %s', (fen, text) => expect(yuanText(fen)).toBe(text))

  test.each([
    ['1,234.5', 123_450],
    ['10万元', 10_000_000],
    ['12.345万', 12_345_000],
    ['0.8亿元', 8_000_000_000],
    ['￥500', 50_000],
    ['500元整', 50_000],
    ['-3.2', -320],
    ['0.005', null],
    ['1.2345678万', null],
    ['十万', null],
    ['', null],
    ['999999999999亿', null],
  ])('%s is read as %s fen', (text, fen) => expect(parseYuan(text)).toBe(fen))

  test('written and read again is the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fen => {
        expect(parseYuan(yuanText(fen))).toBe(fen)
      }),
    )
  })

  test.each([
    [0, '零元整'],
    [60_000_000, '陆拾万元整'],
    [100_532, '壹仟零伍元叁角贰分'],
    [100_005, '壹仟元零伍分'],
    [100_050, '壹仟元伍角整'],
    [32, '叁角贰分'],
    [5, '伍分'],
    [1_000_000_100, '壹仟万零壹元整'],
    [10_101_000_000, '壹亿零壹佰零壹万元整'],
    [10_000_000_000_100, '壹仟亿零壹元整'],
    [1_010_000, '壹万零壹佰元整'],
    [11_000_000, '壹拾壹万元整'],
    [-200, '负贰元整'],
  ])('%d fen in capitals is %s', (fen, text) => expect(capitalAmount(fen)).toBe(text))
})

describe('what is shown of a person', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳修文', '欧**'],
    ['李', '李*'],
    ['', ''],
  ])('of the name %s: %s', (name, shown) => expect(maskName(name)).toBe(shown))

  test.each([
    ['13812341234', '138****1234'],
    ['138 1234-1234', '138****1234'],
    ['+8613812341234', '+86138****1234'],
    ['0563-4021', '******21'],
    ['12', '12'],
  ])('of the phone %s: %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

  test('of an identity number, its first and last three', () => {
    expect(maskIdNumber('342501199001011234')).toBe('342************234')
    expect(maskIdNumber('1234')).toBe('****')
  })

  test.each([
    ['云溪县滨河社区春园小区3号楼2单元501室', '云溪县滨河社区春园小区***'],
    ['东门街道解放路十二号', '东门街道解放路***'],
    ['滨河社区', '滨河社区'],
  ])('of the address %s: %s', (address, shown) => expect(maskAddress(address)).toBe(shown))

  test('of an e-mail address, its first letter and its host', () => {
    expect(maskEmail('zhang@example.cn')).toBe('z***@example.cn')
    expect(maskEmail('nobody')).toBe('***')
  })
})
