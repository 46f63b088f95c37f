import { z } from 'zod'
import { bestFirst, rankingFigures, type Judgements } from '#search/evaluation'
import type { MatchQuery } from '#search/matching/index'
import { prepareQuery } from '#search/matching/query'
import { MeilisearchServer, type ServerOptions } from '#search/meilisearch/http'
import { withoutOperators } from '#search/meilisearch/query'

/** What a plain search engine makes of the same queries: the whole text as `q`, whatever its terms are worth. */
export interface Baseline {
  'ndcg@10': number
  'recall@10': number
  /** Where there are listings of grades 3 and 2. */
  best_first?: number
}

const strategies = ['last', 'frequency'] as const
const answer = z.object({ hits: z.array(z.object({ id: z.string() })) })

interface Asked {
  queries: ReadonlyMap<string, MatchQuery>
  judgements: Judgements
  /** Document id of the index → id of the files. */
  fileIds: ReadonlyMap<string, string>
  abstracts: ReadonlyMap<string, string>
  graded: boolean
}

/** Per matching strategy of the server. The index must be filled. */
export async function plainSearches(
  options: ServerOptions,
  index: string,
  { queries, judgements, fileIds, abstracts, graded }: Asked,
): Promise<Record<string, Baseline>> {
  const server = new MeilisearchServer(options)
  const found: Record<string, Baseline> = {}
  for (const matchingStrategy of strategies) {
    const rankings = new Map<string, string[]>()
    for (const [id, query] of queries) {
      const q = withoutOperators(prepareQuery(query, 'listings').pieces.join('\n'))
      const asked = { q, matchingStrategy, limit: 10, attributesToRetrieve: ['id'] }
      const { hits } = await server.ask('POST', `indexes/${index}/search`, answer, asked)
      rankings.set(
        id,
        hits.map((hit) => fileIds.get(hit.id) ?? hit.id),
      )
    }
    const figures = rankingFigures(rankings, judgements)
    found[matchingStrategy] = {
      'ndcg@10': figures['ndcg@10'],
      'recall@10': figures['recall@10'],
      ...(graded ? { best_first: bestFirst(rankings, judgements, abstracts).best_first } : {}),
    }
  }
  return found
}
