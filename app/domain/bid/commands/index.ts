import type { AnyCommand } from '../../command/command'
import { openBids } from './open-bids.server'
import { reportUnopened } from './report-unopened.server'
import { saveDraft } from './save-draft.server'
import { submitBid } from './submit.server'
import { withdrawBid } from './withdraw.server'

/** The life of a bid, from the draft to its opening. */
export const bidCommands: readonly AnyCommand[] = [saveDraft, submitBid, withdrawBid, openBids, reportUnopened]
