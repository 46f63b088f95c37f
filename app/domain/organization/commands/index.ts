import { addMember } from './add-member.server'
import { createOrganization } from './create.server'
import { returnOrganization } from './return.server'
import { submitOrganization } from './submit.server'
import { updateOrganization } from './update.server'
import { verifyOrganization } from './verify.server'

export const organizationCommands = [
  createOrganization,
  updateOrganization,
  submitOrganization,
  verifyOrganization,
  returnOrganization,
  addMember,
]
