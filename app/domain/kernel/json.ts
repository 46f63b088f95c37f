import canonicalize from 'canonicalize'

/** RFC 8785 JSON of a value; bigint becomes a decimal string, Date an ISO string. Equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return canonicalize(plainJson(value)) ?? 'null'
}

/** A value as JSON can carry it: bigint as decimal string, Date as ISO string, undefined left out. */
export function plainJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)),
  )
}
