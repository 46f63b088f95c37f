import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { useText } from '~/i18n'
import { inkOfTone } from './tone'
import type { Tone } from './tone'

export type NoticeTone = 'info' | 'success' | 'warn' | 'error'

const inkOf: Record<NoticeTone, Tone> = { info: 'working', success: 'good', warn: 'waiting', error: 'bad' }

const edges: Record<NoticeTone, string> = {
  info: 'border-s-river',
  success: 'border-s-met',
  warn: 'border-s-wait',
  error: 'border-s-seal',
}

interface NoticeProps {
  tone?: NoticeTone
  /** Said first and in bold; without it the tone itself is said to those who do not see the colour. */
  title?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}

/** Says what has happened or what to know before going on. */
export function Notice({ tone = 'info', title, actions, children }: NoticeProps) {
  const { t } = useText()
  return (
    <div
      role={tone === 'error' ? 'alert' : tone === 'success' ? 'status' : 'note'}
      className={classes('panel running my-4 border-s-4 px-4 py-3', edges[tone])}
    >
      {title ? (
        <p className={classes('font-semibold', inkOfTone[inkOf[tone]])}>{title}</p>
      ) : (
        <span className="sr-only">{t(`common.notice.${tone}`)}</span>
      )}
      {children}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
