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
