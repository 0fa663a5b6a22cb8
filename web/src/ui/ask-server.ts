import { currentLook } from './look.ts'
import { problemIn, unreachable } from './problem.ts'

/** `fetch` that throws a ProblemError for whatever is not an answer: a refusal, or silence. An aborted request stays aborted. */
export const askServer = async (request: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
  const response = await fetch(request, init).catch((cause: unknown) => {
    throw isAborted(cause) ? cause : unreachable()
  })
  if (response.ok) return response
  throw await problemIn(response)
}

/** The reader's language goes along, so that refusals come in it. */
export const languageHeader = (): Record<string, string> => ({
  'accept-language': currentLook().language === 'zh' ? 'zh-CN' : 'en',
})

const isAborted = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'AbortError'
