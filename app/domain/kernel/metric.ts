/** One figure that a listing states, as view types carry it. */
export interface MetricView {
  name: string
  value: number
  value_to: number | null
  unit: string
  condition: string
  evidence: string
}

export const metricView = (row: Omit<MetricView, 'value_to'> & { valueTo: number | null }): MetricView => ({
  name: row.name,
  value: row.value,
  value_to: row.valueTo,
  unit: row.unit,
  condition: row.condition,
  evidence: row.evidence,
})

/** The figures of a listing as columns, in their order. */
export const metricColumns = (
  metrics: readonly (Omit<MetricView, 'value_to'> & { value_to?: number | null | undefined })[],
) =>
  metrics.map(({ name, value, value_to, unit, condition, evidence }, position) => ({
    position,
    name,
    value,
    valueTo: value_to ?? null,
    unit,
    condition,
    evidence,
  }))
