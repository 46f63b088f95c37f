import { z } from 'zod'
import { momentText } from '../kernel/inputs'

/** Where the business clock goes: the next thing that will happen by itself, the next working morning, or a moment. */
export const MoveClockInput = z.object({ to: z.union([z.enum(['next_deadline', 'next_working_day']), momentText]) })
