import { createCapability } from './create.server'
import { expireCapability } from './expire.server'
import { publishCapability } from './publish.server'
import { renewCapability } from './renew.server'
import { updateCapability } from './update.server'
import { withdrawCapability } from './withdraw.server'

export const capabilityCommands = [
  createCapability,
  updateCapability,
  publishCapability,
  renewCapability,
  withdrawCapability,
  expireCapability,
]
