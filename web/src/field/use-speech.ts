import { useEffect, useRef, useState } from 'react'
import { useLook } from '../ui/look.ts'

/** What browsers that can listen offer; TypeScript's own types leave it out. */
type Recognition = {
  lang: string
  interimResults: boolean
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null
  onend: (() => void) | null
  onerror: (() => void) | null
  start: () => void
  stop: () => void
}

const recognitionOf = (): (new () => Recognition) | null => {
  const found: unknown =
    Reflect.get(globalThis, 'SpeechRecognition') ?? Reflect.get(globalThis, 'webkitSpeechRecognition')
  return typeof found === 'function' ? (found as new () => Recognition) : null // the name is the promise of the shape
}

export type Speech = { readonly can: boolean; readonly listening: boolean; readonly toggle: () => void }

/** Dictation, where the phone has it. What was heard is handed on once the speaker stops. */
export const useSpeech = (onHeard: (text: string) => void): Speech => {
  const { language } = useLook()
  const [listening, setListening] = useState(false)
  const running = useRef<Recognition | null>(null)
  useEffect(() => () => running.current?.stop(), [])
  const Recogniser = recognitionOf()

  const toggle = (): void => {
    if (running.current !== null) {
      running.current.stop()
      return
    }
    if (Recogniser === null) return
    const recognition = new Recogniser()
    const ended = (): void => {
      running.current = null
      setListening(false)
    }
    recognition.lang = language === 'zh' ? 'zh-CN' : 'en-GB'
    recognition.interimResults = false
    recognition.onresult = ({ results }) => onHeard(Array.from(results, result => result[0]?.transcript ?? '').join(''))
    recognition.onend = ended
    recognition.onerror = ended
    running.current = recognition
    setListening(true)
    recognition.start()
  }

  return { can: Recogniser !== null, listening, toggle }
}
