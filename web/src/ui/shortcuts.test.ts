import { expect, test } from 'vitest'
import { keyName, matching, type Shortcut } from './shortcuts.ts'

const shortcut = (keys: string, label = keys): Shortcut => ({ keys, label, group: 'x', run: () => {} })
const plain = { ctrlKey: false, metaKey: false, altKey: false }

test('two keys in a row are one shortcut', () => {
  const today = shortcut('g t')
  expect(matching([today], null, 'g')).toBe('begun')
  expect(matching([today], 'g', 't')).toBe(today)
  expect(matching([today], null, 't')).toBeNull()
})

test('a page takes a key over from the shell', () => {
  const shell = shortcut('n', 'shell')
  const page = shortcut('n', 'page')
  expect(matching([shell, page], null, 'n')).toBe(page)
})

test('Ctrl and Cmd are the same, and Alt belongs to nobody', () => {
  expect(keyName({ ...plain, key: 'K', ctrlKey: true })).toBe('mod+k')
  expect(keyName({ ...plain, key: 'k', metaKey: true })).toBe('mod+k')
  expect(keyName({ ...plain, key: 'k', altKey: true })).toBeNull()
})
