import { z } from 'zod'
import { serviceKinds, technicalFields } from '#db/schema'
import { metricsInput } from '../achievement/schema'
import { fenText, keywordLength, labels, lineOf, optionalText, textOf, uuid } from '../kernel/inputs'

const capabilityFields = {
  title: lineOf(200, 2),
  abstract: textOf(8000, 10),
  service_kind: z.enum(serviceKinds).default('testing'),
  field: z.enum(technicalFields).nullish(),
  tags: labels(20),
  keywords: labels(30, keywordLength),
  metrics: metricsInput,
  trl: z.number().int().min(1).max(9).nullish(),
  instruments: optionalText(4000),
  marks: labels(10, 60),
  price_fen: fenText.nullish(),
  price_unit: z.enum(['hour', 'sample', 'quote']).default('quote'),
  lead_time_days: z.number().int().min(0).max(3650).nullish(),
}

export const CreateCapabilityInput = z.object({ ...capabilityFields, external_id: lineOf(100).nullish() })
export const UpdateCapabilityInput = z.object({ id: uuid, ...capabilityFields })
export const CapabilityIdInput = z.object({ id: uuid })
export type CapabilityFields = Omit<z.output<typeof UpdateCapabilityInput>, 'id'>
