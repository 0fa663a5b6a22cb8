export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** One text for one value, whatever order its keys were written in: what is hashed and sealed. As RFC 8785 for the values we keep. */
export const canonicalJson = (value: Json): string => {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.keys(value)
    .sort()
    .flatMap(key => {
      const member = value[key]
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`]
    })
  return `{${entries.join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)
