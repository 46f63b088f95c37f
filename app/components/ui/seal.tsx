import type { ReactNode } from 'react'
import { classes } from '~/components/classes'
import { formatDateTime, useText } from '~/i18n'
import type { TextKey } from '~/i18n'

export type SealState = 'sealed' | 'opened' | 'verified'

const inks: Record<SealState, string> = { sealed: 'text-seal', opened: 'text-ink', verified: 'text-met' }

const times = {
  sealed: 'common.seal.sealed_until',
  opened: 'common.seal.opened_at',
  verified: 'common.seal.verified_at',
} as const satisfies Record<SealState, TextKey>

/** The mark alone: a closed ring, a ring broken open, a ring with a tick. */
export function SealMark({ state, size = 40 }: { state: SealState; size?: number }) {
  const { t } = useText()
  return (
    <svg
      role="img"
      aria-label={t(`common.seal.${state}`)}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      className={classes('shrink-0 print:text-ink', inks[state])}
      fill="none"
      stroke="currentColor"
    >
      <circle
        cx="20"
        cy="20"
        r="18.5"
        strokeWidth="2"
        strokeDasharray={state === 'opened' ? '93 23.3' : undefined}
        strokeDashoffset={state === 'opened' ? 11 : undefined}
      />
      {state === 'verified' ? (
        <path d="M12 20.5 18 26.5 29 14.5" strokeWidth="3" strokeLinecap="square" />
      ) : (
        <text x="20" y="26.5" textAnchor="middle" fontSize="18" fontWeight="700" fill="currentColor" stroke="none">
          {state === 'sealed' ? '封' : '启'}
        </text>
      )}
    </svg>
  )
}

interface SealProps {
  state: SealState
  /** Sealed: until when; opened, verified: when. */
  at?: string | null
  title?: ReactNode
  /** What it means, and a link to how it is done. With it the seal is a panel, without it a line. */
  children?: ReactNode
}

/** Sealed, opened or verified, with its time. */
export function Seal({ state, at, title, children }: SealProps) {
  const { t } = useText()
  const time = at ? t(times[state], { time: formatDateTime(at) }) : null
  if (!children) {
    return (
      <span className="inline-flex items-center gap-2">
        <SealMark state={state} size={24} />
        <span className="numbers">{title ?? time ?? t(`common.seal.${state}`)}</span>
      </span>
    )
  }
  return (
    <section className={classes('panel flex gap-3 p-4', state === 'sealed' && 'border-seal')}>
      <SealMark state={state} />
      <div className="min-w-0">
        <h3 className="text-body">{title ?? t(`common.seal.${state}`)}</h3>
        {time && <p className={classes('numbers text-small', inks[state])}>{time}</p>}
        <div className="running mt-1 text-small text-quiet">{children}</div>
      </div>
    </section>
  )
}
