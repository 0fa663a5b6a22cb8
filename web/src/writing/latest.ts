/**
 * Sends the newest request when the one before has been answered; those in between are never sent. `ask` may be called as
 * often as somebody types.
 */
export const latest = <Q, A>(send: (question: Q) => void, receive: (answer: A) => void) => {
  let waiting: { readonly question: Q } | null = null
  let busy = false

  const ask = (question: Q): void => {
    if (busy) {
      waiting = { question }
      return
    }
    busy = true
    send(question)
  }

  const answered = (answer: A): void => {
    busy = false
    receive(answer)
    const next = waiting
    waiting = null
    if (next) ask(next.question)
  }

  return { ask, answered }
}
