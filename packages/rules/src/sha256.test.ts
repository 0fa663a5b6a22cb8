import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat, fromHex, toHex, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { sha256, sha256Hex } from './sha256.ts'

test('the digest agrees with the published examples', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

test("the digest of any bytes agrees with the machine's own", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(toHex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
    }),
  )
})

test('text is encoded as UTF-8, lone surrogates too', () => {
  const point = fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(0x41, 0xd800, 0xdc00, 0x843d, 0x1f600))
  fc.assert(
    fc.property(fc.array(point), points => {
      const text = String.fromCodePoint(...points)
      expect(toHex(utf8(text))).toBe(toHex(new TextEncoder().encode(text)))
    }),
  )
})

test('hexadecimal is read back, and nothing else is', () => {
  fc.assert(fc.property(fc.uint8Array(), bytes => void expect([...(fromHex(toHex(bytes)) ?? [])]).toEqual([...bytes])))
  expect([fromHex('abc'), fromHex('zz')]).toEqual([null, null])
  expect([...concat(Uint8Array.of(1), Uint8Array.of(), Uint8Array.of(2, 3))]).toEqual([1, 2, 3])
})

test('one value has one text', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '落实' }], a: true, e: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"落实","d":null}]}',
  )
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }))
})
