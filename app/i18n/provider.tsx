import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import { translator } from './translate'
import type { Locale, T } from './translate'

const TextContext = createContext<{ t: T; locale: Locale }>({ t: translator('zh-CN'), locale: 'zh-CN' })

export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const value = useMemo(() => ({ t: translator(locale), locale }), [locale])
  return <TextContext.Provider value={value}>{children}</TextContext.Provider>
}

/** The texts and the language of the page. */
export function useText(): { t: T; locale: Locale } {
  return useContext(TextContext)
}
