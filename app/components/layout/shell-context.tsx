import { createContext, useContext } from 'react'
import type { Shell } from './shell'

const nobody: Shell = { locale: 'zh-CN', demo: null, person: null, formToken: '', nonce: '', path: '/' }

export const ShellContext = createContext<Shell>(nobody)

/** The shell of the page, for parts of it that need the form token, the path or the person. */
export function useShell(): Shell {
  return useContext(ShellContext)
}

/** Business time of this answer, ISO, or null. */
export function useNow(): string | null {
  const shell = useShell()
  return shell.now ?? shell.demo?.clock ?? null
}
