import type { ReactNode } from 'react'
import { Page } from './page.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { Waiting } from './waiting.tsx'

type Props<T> = {
  /** What the page shows, as it was asked of the server. */
  readonly asked: {
    readonly data: T | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  /** What the page is called until it is known what it shows. */
  readonly title: string
  readonly width?: 'narrow' | 'normal'
  readonly children: (data: T) => ReactNode
}

/** A page about one thing: that it is on its way, why it cannot be shown, or the thing. */
export const AskedPage = <T,>({ asked: { data, error, refetch }, title, width = 'normal', children }: Props<T>) => {
  if (error)
    return (
      <Page title={title} width={width}>
        <ProblemNotice problem={error} onRetry={refetch} />
      </Page>
    )
  if (data === undefined)
    return (
      <Page title={title} heading="…" width={width}>
        <Waiting rows={8} />
      </Page>
    )
  return children(data)
}
