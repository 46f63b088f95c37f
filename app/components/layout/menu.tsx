import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { classes } from '~/components/classes'

interface MenuProps {
  summary: ReactNode
  label: string
  /** On the dark bar. */
  night?: boolean
  className?: string
  children: ReactNode
}

/** A `details` that opens over the page; with JavaScript it closes on Escape and when focus or a click goes elsewhere. */
export function Menu({ summary, label, night = false, className, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const menu = details.current
      if (!menu?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        menu.querySelector('summary')?.focus()
      } else if (event.target instanceof Node && menu.contains(event.target)) return
      menu.open = false
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  return (
    <details ref={details} className={classes('relative', className)}>
      <summary
        aria-label={label}
        className={classes(
          'flex min-h-10 list-none items-center gap-1.5 [&::-webkit-details-marker]:hidden',
          night ? 'text-on-night' : 'text-ink hover:text-river',
        )}
      >
        {summary}
        <svg
          aria-hidden="true"
          width="10"
          height="6"
          viewBox="0 0 10 6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          className="shrink-0"
        >
          <path d="M1 1l4 4 4-4" />
        </svg>
      </summary>
      <div className="panel absolute end-0 z-20 mt-1 max-h-[70vh] w-72 max-w-[90vw] overflow-y-auto border-edge py-2 text-ink">
        {children}
      </div>
    </details>
  )
}

/** A line of a menu, link or button alike. */
export const menuLine =
  'flex min-h-10 w-full items-center justify-between gap-3 px-4 py-1 text-start hover:bg-river-tint'
