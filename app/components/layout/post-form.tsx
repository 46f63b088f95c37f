import type { ReactNode } from 'react'
import { useShell } from './shell-context'

interface PostFormProps {
  action: string
  /** Hidden fields. */
  send?: Record<string, string>
  className?: string
  children: ReactNode
}

/** A small form of the frame (language, clock, identity): a full page load, so that nothing of the former state stays. */
export function PostForm({ action, send = {}, className, children }: PostFormProps) {
  const shell = useShell()
  return (
    <form method="post" action={action} className={className}>
      <input type="hidden" name="_token" value={shell.formToken} />
      <input type="hidden" name="return_to" value={shell.path} />
      {Object.entries(send).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
