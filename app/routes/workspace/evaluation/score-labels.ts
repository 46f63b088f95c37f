import type { ScorecardView } from '~/domain/evaluation/queries.server'

/** Names of the scorecard's fields for the summary of errors: bidder and criterion. */
export const scoreLabels = ({ bids, criteria }: Pick<ScorecardView, 'bids' | 'criteria'>): Record<string, string> =>
  Object.fromEntries(
    bids.flatMap((bid, at) =>
      criteria.flatMap((criterion, index) => {
        const name = `scores[${at * criteria.length + index}]`
        const label = `${bid.organization.name} · ${criterion.name}`
        return [
          [`${name}.value`, label],
          [`${name}.reason`, label],
        ]
      }),
    ),
  )
