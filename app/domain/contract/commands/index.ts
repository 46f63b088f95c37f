import { acceptContract } from './accept.server'
import { amendContract } from './amend.server'
import { cancelContract } from './cancel.server'
import { completeContract } from './complete.server'
import { createContract } from './create.server'
import { draftFromAward } from './draft-from-award.server'
import { refuseContract } from './refuse.server'
import { registerContract } from './register.server'
import { returnContract } from './return.server'
import { signContract } from './sign.server'
import { stateSignature } from './state-signature.server'
import { submitContract } from './submit.server'
import { updateContract } from './update.server'

export const contractCommands = [
  draftFromAward,
  createContract,
  updateContract,
  signContract,
  stateSignature,
  completeContract,
  submitContract,
  acceptContract,
  returnContract,
  refuseContract,
  registerContract,
  amendContract,
  cancelContract,
]
