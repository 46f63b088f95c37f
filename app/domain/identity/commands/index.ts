import { createToken } from './create-token.server'
import { grantStaffRole } from './grant-staff-role.server'
import { revokeToken } from './revoke-token.server'
import { setLanguage } from './set-language.server'
import { signIn } from './sign-in.server'
import { signOut } from './sign-out.server'
import { signUp } from './sign-up.server'

export const identityCommands = [signUp, signIn, signOut, createToken, revokeToken, grantStaffRole, setLanguage]
