import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'

const LabelsContext = createContext<Readonly<Record<string, string>>>({})

export function LabelsProvider({
  labels,
  children,
}: {
  labels?: Readonly<Record<string, string>>
  children: ReactNode
}) {
  const value = useMemo(() => labels ?? {}, [labels])
  return <LabelsContext.Provider value={value}>{children}</LabelsContext.Provider>
}

/** The name people know a field by: `targets[1].value` is looked up whole, then as `targets[].value`, then as `value`. */
export function useLabelOf(): (name: string) => string | null {
  const labels = useContext(LabelsContext)
  return (name) =>
    labels[name] ?? labels[name.replace(/\[\d+\]/g, '[]')] ?? labels[name.split('.').at(-1) ?? ''] ?? null
}
