import { z } from 'zod'
import { levels, memberRoles, organizationKinds, partyTypes, platformTypes } from '#db/schema'
import { lineOf, optionalText, orNull, textOf, uuid } from '../kernel/inputs'
import { creditCodeFits, plainCreditCode } from './credit-code'
import { isRegion } from './regions'

/** A unified social credit code as people type it, stored plain; checked by its check character. */
export const creditCode = z
  .string()
  .overwrite(plainCreditCode)
  .refine(creditCodeFits, { error: 'organization.issue.code' })

const facts = {
  name: lineOf(120, 2),
  kind: z.enum(organizationKinds),
  platform_type: orNull(z.enum(platformTypes)),
  level: orNull(z.enum(levels)),
  code: creditCode,
  region: z.string().refine(isRegion, { error: 'organization.issue.region' }),
  party_type: z.enum(partyTypes),
  controller: orNull(lineOf(120, 1)),
  introduction: optionalText(2000),
  contact_name: lineOf(60, 0).default(''),
  contact_phone: z
    .string()
    .trim()
    .regex(/^(\+?[\d\s-]{5,24})?$/, { error: 'organization.issue.phone' })
    .default(''),
}

/** A platform says which type it is; nobody else does. */
function typeFits(said: { kind: string; platform_type: string | null }, context: z.RefinementCtx): void {
  const platform = said.kind === 'platform'
  if (platform === (said.platform_type !== null)) return
  const message = platform ? 'organization.issue.platform_type' : 'organization.issue.not_platform'
  context.addIssue({ code: 'custom', path: ['platform_type'], message })
}

export const CreateOrganizationInput = z.object(facts).superRefine(typeFits)
export const UpdateOrganizationInput = z.object({ id: uuid, ...facts }).superRefine(typeFits)
export const OrganizationIdInput = z.object({ id: uuid })
export const ReturnOrganizationInput = z.object({ id: uuid, reason: textOf(1000, 4) })
export const AddMemberInput = z.object({
  id: uuid,
  email: z.email().max(254).toLowerCase(),
  role: z.enum(memberRoles),
})

export type OrganizationInput = z.output<typeof CreateOrganizationInput>
