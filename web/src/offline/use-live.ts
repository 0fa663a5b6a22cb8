import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'

/**
 * What the phone's store answers, asked again whenever it changes, in this window or another. Undefined until the first answer.
 * `question` says when it is another one.
 */
export const useLive = <T>(question: string, ask: () => Promise<T> | T): T | undefined => {
  const [answered, setAnswered] = useState<{ readonly question: string; readonly answer: T }>()
  const [failure, setFailure] = useState<{ readonly thrown: unknown }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says when it is another question
  useEffect(() => {
    const subscription = liveQuery(ask).subscribe({
      next: answer => setAnswered({ question, answer }),
      error: (thrown: unknown) => setFailure({ thrown }),
    })
    return () => subscription.unsubscribe()
  }, [question])
  if (failure !== undefined) throw failure.thrown
  return answered?.question === question ? answered.answer : undefined
}
