/** Part of the index name. Raise it when settings or the shape of documents change: the new index is then built beside the old. */
export const settingsVersion = 2

/** Function words only: a person may well search for 研究 or 方法. */
const stopWords =
  '的 了 和 与 及 或 在 是 为 对 中 等 于 以 由 从 把 被 将 其 该 此 这 那 而 且 并 但 也 都 就 还'.split(' ')

/** `attribute` became `attributeRank` and `wordPosition` in 1.36. */
function rankingRules(version: string): string[] {
  const newer = compareVersions(version, [1, 36]) >= 0
  return newer
    ? ['sort', 'words', 'proximity', 'attributeRank', 'exactness', 'wordPosition']
    : ['sort', 'words', 'proximity', 'attribute', 'exactness']
}

/** @param version as the server gives it, such as 1.21.0 */
export function indexSettings(version: string): Record<string, unknown> {
  return {
    searchableAttributes: ['title', 'keywords', 'organizationName', 'number', 'text'],
    filterableAttributes: [
      ...['id', 'kind', 'field', 'tags', 'transferModes', 'region', 'organizationId'],
      ...['trl', 'openUntil', 'number'],
    ],
    sortableAttributes: ['publishedAt', 'openUntil', 'title'],
    // Documents are read from the database; the server gives away ids alone.
    displayedAttributes: ['id'],
    rankingRules: rankingRules(version),
    stopWords,
    // No separatorTokens: with any, the server builds its automaton anew for every query, which takes 2 ms. See `separated`.
    typoTolerance: { enabled: false },
    prefixSearch: 'disabled',
    proximityPrecision: 'byWord',
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    faceting: { maxValuesPerFacet: 300 },
    pagination: { maxTotalHits: 10_000 },
    searchCutoffMs: 1500,
  }
}

export function compareVersions(version: string, [major, minor]: [number, number]): number {
  const [a = 0, b = 0] = version.split('.').map(Number)
  return a - major || b - minor
}
