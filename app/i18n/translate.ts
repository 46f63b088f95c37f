import i18next from 'i18next'
import { texts } from './areas'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

type Leaves<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Leaves<Node[Key]>}`
}[keyof Node & string]

/** Every leaf of the Chinese files as `area.path.to.text`; a wrong key does not compile. */
export type TextKey = Leaves<(typeof texts)['zh-CN']>

/**
 * Text of a key. `{{name}}` in the text takes `params.name`. A text that bends with a number is written `key` in Chinese and
 * `key_one` / `key_other` in English, and is asked for as `key` with `params.count`.
 */
export type T = (key: TextKey, params?: Record<string, string | number>) => string

const instance = i18next.createInstance()
void instance.init({
  initImmediate: false,
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  nsSeparator: false,
  keySeparator: '.',
  returnNull: false,
  returnEmptyString: true,
  interpolation: { escapeValue: false },
  resources: { 'zh-CN': { translation: texts['zh-CN'] }, en: { translation: texts.en } },
})

const translators = Object.fromEntries(
  locales.map((locale) => {
    const fixed = instance.getFixedT(locale)
    const translate: T = (key, params) => fixed(key, params ?? {})
    return [locale, translate]
  }),
) as Record<Locale, T>

/** The translator of a language; the same function each time, safe to hold. */
export function translator(locale: Locale): T {
  return translators[locale]
}

/** Whether a word that came from elsewhere (a stored reason, an error code) names a text. */
export function isTextKey(value: string): value is TextKey {
  let node: unknown = texts['zh-CN']
  for (const part of value.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return false
    node = (node as Record<string, unknown>)[part]
  }
  return typeof node === 'string'
}
