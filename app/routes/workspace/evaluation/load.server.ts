import { comparedRow } from '~/domain/award/compared'
import { scorecardView } from '~/domain/evaluation/queries.server'
import type { Visit } from '~/http/visit.server'

/** What both URLs of the scorecard load: the evaluation, each bid's commitments held against the targets, the form's key. */
export async function loadScorecard({ actor, services, params, newKey }: Visit) {
  const found = await scorecardView(services.db, actor, params.id ?? '')
  const compared = found.bids.map((bid) =>
    found.targets.map(
      (target) => comparedRow(target, [bid.commitments.find((each) => each.position === target.position)])[0]!,
    ),
  )
  return { found, compared, key: newKey() }
}
