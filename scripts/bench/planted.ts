import { existsSync } from 'node:fs'
import type { DocumentStore, SearchDocument } from '#search/document'
import type { SearchEngine } from '#search/engine'
import { rankingFigures, type Judgements } from '#search/evaluation'
import { findCandidates } from '#search/matching/candidates'
import { match, type MatchQuery } from '#search/matching/index'
import { prepareQuery } from '#search/matching/query'
import { candidateWeights } from '#search/matching/weights'
import { readDocuments, readJudgements, readQueries } from '../evaluation/files'

const folder = '../shared/data/'

/** Challenges whose right listings are known, with the listings that are planted among others. */
export interface Planted {
  /** With ids that no recombined listing has. */
  documents: SearchDocument[]
  queries: Map<string, MatchQuery>
  /** By the documents' own ids. */
  judgements: Judgements
  /** What is beside them in the small set. */
  distractors: SearchDocument[]
}

/** null where the files are not beside the repository: then only speed is measured. */
export function readPlanted(): Planted | null {
  const file = (name: string) => `${folder}targets/${name}`
  if (!existsSync(file('listings.jsonl'))) return null
  const listings = readDocuments([file('listings.jsonl')], 'planted-')
  const judgements: Judgements = new Map()
  for (const [query, grades] of readJudgements(file('qrels.tsv')))
    judgements.set(query, new Map([...grades].map(([id, grade]) => [listings.get(id)!.id, grade])))
  return {
    documents: [...listings.values()],
    ...{ queries: readQueries(file('challenges.jsonl')), judgements },
    distractors: [...readDocuments([`${folder}csl/listings.jsonl`], 'beside-').values()],
  }
}

export interface PlantedFigures {
  /** Challenges of which the best listing was among those that the engine brought. */
  candidates: number
  /** … among those that words let through to be held against the targets. */
  judged: number
  of: number
  'ndcg@10': number
  'recall@10': number
}

/** Looks for the planted listings with their challenges. */
export async function lookForPlanted(
  { queries, judgements }: Planted,
  engine: SearchEngine,
  store: DocumentStore,
): Promise<PlantedFigures> {
  const rankings = new Map<string, string[]>()
  let candidates = 0
  let judged = 0
  for (const [id, query] of queries) {
    const grades = judgements.get(id) ?? new Map<string, number>()
    const highest = Math.max(...grades.values())
    const prepared = prepareQuery(query, 'listings')
    const { brought, found } = await findCandidates(prepared, engine, store, { kinds: ['achievement', 'capability'] })
    if (brought.some((each) => grades.get(each) === highest)) candidates += 1
    if (found.slice(0, candidateWeights.judged).some((each) => grades.get(each.id) === highest)) judged += 1
    const matches = await match(query, { engine, store })
    rankings.set(
      id,
      matches.map((each) => each.id),
    )
  }
  const figures = rankingFigures(rankings, judgements)
  return { candidates, judged, of: queries.size, 'ndcg@10': figures['ndcg@10'], 'recall@10': figures['recall@10'] }
}
