import { App } from 'antd'
import { useMemo } from 'react'
import { asProblem } from './problem.ts'

export type Notify = {
  /** What is now true, in a short sentence that goes away by itself. */
  readonly done: (sentence: string) => void
  /** What was refused; stays until it is closed. */
  readonly refused: (thrown: unknown) => void
}

/** Small messages at the edge of the screen. */
export const useNotify = (): Notify => {
  const { message, notification } = App.useApp()
  return useMemo(
    () => ({
      done: sentence => void message.success(sentence, 3),
      refused: thrown => {
        const problem = asProblem(thrown)
        const places = problem.at.map(place => place.message).join('；')
        notification.error({
          title: problem.message,
          description: places === '' ? problem.detail : `${problem.detail} ${places}`,
          duration: 8,
          placement: 'bottomRight',
        })
      },
    }),
    [message, notification],
  )
}
