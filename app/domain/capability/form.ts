import { z } from 'zod'
import { typedMetrics } from '../achievement/form'
import { keywordLength, typedAmount, typedLabels } from '../kernel/inputs'
import { CreateCapabilityInput, UpdateCapabilityInput } from './schema'

const typed = {
  tags: typedLabels(20),
  keywords: typedLabels(30, keywordLength),
  marks: typedLabels(10, 60),
  metrics: typedMetrics,
  price_fen: typedAmount.nullish(),
}

/** The forms of a capability; they give out what the commands' own schemas give out. */
export const createCapabilityForm = z.object({ ...CreateCapabilityInput.shape, ...typed })
export const updateCapabilityForm = z.object({ ...UpdateCapabilityInput.shape, ...typed })
