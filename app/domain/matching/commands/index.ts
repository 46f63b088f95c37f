import { markNotFit } from './mark-not-fit.server'
import { putSynonyms } from './put-synonyms.server'
import { recordOpened } from './record-opened.server'
import { recordShown } from './record-shown.server'
import { removeSynonyms } from './remove-synonyms.server'
import { undoNotFit } from './undo-not-fit.server'

export const matchingCommands = [recordShown, recordOpened, markNotFit, undoNotFit, putSynonyms, removeSynonyms]
