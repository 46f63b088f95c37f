import { changeSavedSearch } from './change-saved-search.server'
import { markNotFit } from './mark-not-fit.server'
import { noteKnownHits } from './note-known-hits.server'
import { putSynonyms } from './put-synonyms.server'
import { recordMatchAlerts } from './record-match-alerts.server'
import { recordOpened } from './record-opened.server'
import { recordSavedHits } from './record-saved-hits.server'
import { recordShown } from './record-shown.server'
import { removeSavedSearch } from './remove-saved-search.server'
import { removeSynonyms } from './remove-synonyms.server'
import { saveSearch } from './save-search.server'
import { undoNotFit } from './undo-not-fit.server'

export const matchingCommands = [
  recordShown,
  recordOpened,
  markNotFit,
  undoNotFit,
  putSynonyms,
  removeSynonyms,
  saveSearch,
  changeSavedSearch,
  removeSavedSearch,
  noteKnownHits,
  recordSavedHits,
  recordMatchAlerts,
]
