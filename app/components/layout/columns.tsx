import type { ReactNode } from 'react'

/** Main text and a side panel of facts; one column below 900 pixels, the side after the main part. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_20.5rem] lg:gap-11">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0 space-y-4 max-lg:mt-6">{side}</div>
    </div>
  )
}

/** Two equal halves; one column below 900 pixels. */
export function Halves({ children }: { children: ReactNode }) {
  return <div className="grid gap-x-8 lg:grid-cols-2">{children}</div>
}
