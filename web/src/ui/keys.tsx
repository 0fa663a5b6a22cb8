import { Fragment } from 'react'

const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

const shown = (key: string): string =>
  key.replace('mod+', isApple() ? '⌘ ' : 'Ctrl ').replace(/ ([a-z])$/, letter => letter.toUpperCase())

/** A shortcut as keys to press: `mod+k` as Ctrl K, `g t` as two keys. */
export const Keys = ({ keys, then }: { readonly keys: string; readonly then?: string }) => (
  <>
    {keys.split(' ').map((key, index) => (
      <Fragment key={key}>
        {index === 0 ? null : <span> {then ?? ''} </span>}
        <kbd>{shown(key)}</kbd>
      </Fragment>
    ))}
  </>
)
