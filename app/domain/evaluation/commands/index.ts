import type { AnyCommand } from '../../command/command'
import { accept } from './accept.server'
import { decline } from './decline.server'
import { inviteJudge } from './invite-judge.server'
import { saveScores } from './save-scores.server'
import { submitScorecard } from './submit-scorecard.server'

/** Judging, from the invitation to the scorecard. */
export const evaluationCommands: readonly AnyCommand[] = [inviteJudge, accept, decline, saveScores, submitScorecard]
