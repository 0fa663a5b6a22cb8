import { expect, test } from 'vitest'
import { html } from './html.ts'

test('whatever is put into a page is a text there', () => {
  expect(html`<p title="${'"><script>'}">${"<b>1 & 2</b>'"}</p>`.html).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;1 &amp; 2&lt;/b&gt;&#39;</p>',
  )
})

test('HTML within HTML stays, and what is not there leaves nothing', () => {
  const items = ['一', '<二>'].map(text => html`<li>${text}</li>`)
  expect(html`<ul>${items}</ul>${null}${false}${7}`.html).toBe('<ul><li>一</li><li>&lt;二&gt;</li></ul>7')
})
