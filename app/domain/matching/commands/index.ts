import { putSynonyms } from './put-synonyms.server'
import { removeSynonyms } from './remove-synonyms.server'

export const matchingCommands = [putSynonyms, removeSynonyms]
