/** What a rule answers: the new value, or a refusal by name. Rules do not throw about what people ask. */
export type Result<T, R extends string> = Taken<T> | Refused<R>

export type Taken<T> = { readonly ok: true; readonly value: T }

export type Refused<R extends string> = { readonly ok: false; readonly refusal: R }

export const take = <T>(value: T): Taken<T> => ({ ok: true, value })

export const refuse = <R extends string>(refusal: R): Refused<R> => ({ ok: false, refusal })
