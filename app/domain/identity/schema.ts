import { z } from 'zod'
import { staffRoles } from '#db/schema'
import { lineOf, uuid } from '../kernel/inputs'
import { sealed } from '../kernel/sealed'
import { longestPassword, passwordIssue, shortestPassword } from './passwords'

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'identity.issue.email' }))

/** Kept exactly as typed: a password is not text to tidy up. */
const typedPassword = z
  .string()
  .max(longestPassword)
  .refine((value) => !value.includes('\0') && value.isWellFormed(), { error: 'errors.field.characters' })

export const SignUpInput = z
  .object({
    name: lineOf(60),
    email,
    password: sealed(typedPassword.min(shortestPassword)),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .superRefine((said, context) => {
    const message = passwordIssue(said.password, said)
    if (message) context.addIssue({ code: 'custom', path: ['password'], message })
  })

export const SignInInput = z.object({ email, password: sealed(typedPassword.min(1)) })

export const SetLanguageInput = z.object({ locale: z.enum(['zh-CN', 'en']) })

export const NoInput = z.object({})

/** A command's name, or `*` for all that the person may do. */
const scope = z.string().regex(/^(\*|[a-z_]+\.[a-z_]+)$/, { error: 'identity.issue.scope' })

export const longestTokenDays = 365

export const CreateTokenInput = z.object({
  name: lineOf(60),
  scopes: z
    .array(scope)
    .min(1)
    .max(100)
    .transform((scopes) => (scopes.includes('*') ? ['*'] : [...new Set(scopes)])),
  days: z.coerce.number().int().min(1).max(longestTokenDays).default(90),
})

export const RevokeTokenInput = z.object({ id: uuid })

export const GrantStaffRoleInput = z.object({ person_id: uuid, role: z.enum(staffRoles) })
