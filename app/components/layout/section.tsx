import { useId } from 'react'
import type { ReactNode } from 'react'

interface SectionProps {
  title: ReactNode
  /** Small and quiet beside the title. */
  count?: number | string | null
  /** Links at the end of the title's line. */
  aside?: ReactNode
  id?: string
  children: ReactNode
}

export function Section({ title, count, aside, id, children }: SectionProps) {
  const own = useId()
  return (
    <section id={id} aria-labelledby={own} className="mb-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={own} className="text-lead">
          {title}
          {count !== undefined && count !== null && (
            <span className="numbers ms-2 text-body font-normal text-quiet">{count}</span>
          )}
        </h2>
        {aside && <div className="text-small">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
