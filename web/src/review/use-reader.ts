import { useCallback } from 'react'
import type { Read } from './readings.ts'

/** The compiler, fetched when it is first needed, reading with the year that was filled in. */
export const useReader = (year: number | null): (() => Promise<Read>) =>
  useCallback(async () => {
    const { compile } = await import('@luoshi/plan-compiler/compile')
    return text => compile(text, { name: '', ...(year === null ? {} : { year }) })
  }, [year])
