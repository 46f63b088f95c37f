import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What is not there: 还没有揭榜方案 */
  title: ReactNode
  /** What to do next, in words. */
  children?: ReactNode
  actions?: ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="panel border-dashed px-6 py-8">
      <p className="text-lead font-semibold">{title}</p>
      {children && <div className="running mt-1 max-w-text text-quiet">{children}</div>}
      {actions && <div className="mt-4 flex flex-wrap gap-3">{actions}</div>}
    </div>
  )
}
