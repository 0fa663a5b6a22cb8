import i18next, { type TFunction } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { currentLook } from './look.ts'

void i18next.use(initReactI18next).init({
  lng: currentLook().language,
  fallbackLng: 'zh',
  supportedLngs: ['zh', 'en'],
  resources: { zh: {}, en: {} },
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** The words of a feature. English may add `key_one` where a count of one reads otherwise. */
export type Catalogue<Z extends Sentences = Sentences> = {
  readonly namespace: string
  readonly zh: Z
  readonly en: Readonly<Record<string, string>>
}

type Sentences = Readonly<Record<string, string>>
type English<Z extends Sentences> = { readonly [K in keyof Z]: string } & {
  readonly [K in keyof Z & string as `${K}_one`]?: string
}
type Names<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Names<Rest> : never
type Filling<S> = [Names<S>] extends [never] ? [] : [{ readonly [N in Names<S>]: string | number }]

/** Says a word of a catalogue in the reader's language; what the sentence leaves open has to be given. */
export type Say<C extends Catalogue> = <K extends keyof C['zh'] & string>(
  key: K,
  ...filling: Filling<C['zh'][K]>
) => string

/** A feature's words, Chinese first; each is asked for by its key and complains at compile time if English lacks it. */
export const defineWords = <const Z extends Sentences>(namespace: string, zh: Z, en: English<Z>): Catalogue<Z> => {
  i18next.addResourceBundle('zh', namespace, zh)
  i18next.addResourceBundle('en', namespace, en)
  return { namespace, zh, en }
}

/** The words in the language of the screen; the component is drawn again when that changes. */
export const useWords = <C extends Catalogue>(catalogue: C): Say<C> => {
  const { t, i18n } = useTranslation(catalogue.namespace)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is what makes the words differ
  return useCallback<Say<C>>((key, ...filling) => translate(t, key, filling[0]), [t, i18n.language])
}

/** The words outside a component, in the language of the moment. */
export const say =
  <C extends Catalogue>(catalogue: C): Say<C> =>
  (key, ...filling) =>
    translate(i18next.t, key, { ns: catalogue.namespace, ...filling[0] })

/** Our own types say more than i18next's, which cannot follow a catalogue that is given as an argument. */
const translate = (t: TFunction, key: string, filling: Readonly<Record<string, string | number>> = {}): string =>
  t(key, { ...filling })

export const speak = (language: 'zh' | 'en'): void => void i18next.changeLanguage(language)
