import { onlyStaff } from '../kernel/actor'

/**
 * Words that say the same are kept by who looks after the figures of matching (the analyst) and who looks after the search
 * (the system administrator): both read the search page beside it, and neither decides about a single listing.
 */
export const keepsSynonyms = onlyStaff('analyst', 'system_administrator')
