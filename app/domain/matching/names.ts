import { hanBigrams, latinTokens } from '#search/terms/segment'
import { normalize } from '#search/terms/normalize'
import type { Name } from '~/services/search/known-names'

export type { Name }

/** Names that begin with what is typed, then those that hold it, then those that sound like it, in full or by initials. */
export function namesLike(names: readonly Name[], typed: string, most: number): Name[] {
  const text = normalize(typed).trim()
  if (text === '') return []
  const letters = text.replace(/[\s'’·-]/g, '')
  const asSound = /^[a-z]{2,}$/.test(letters) ? letters : null
  const ranked = names.flatMap((name) => {
    const rank = rankOf(name, text, asSound)
    return rank === null ? [] : [{ name, rank }]
  })
  ranked.sort((x, y) => x.rank - y.rank || y.name.count - x.name.count || (x.name.label < y.name.label ? -1 : 1))
  return ranked.slice(0, most).map(({ name }) => name)
}

function rankOf({ label, sound }: Name, text: string, asSound: string | null): number | null {
  const at = normalize(label).indexOf(text)
  if (at >= 0) return at === 0 ? 0 : 1
  if (asSound === null) return null
  for (let start = 0; start < sound.length; start++) {
    const rest = sound.slice(start)
    if (
      rest.join('').startsWith(asSound) ||
      rest
        .map((each) => each[0])
        .join('')
        .startsWith(asSound)
    )
      return start === 0 ? 2 : 3
  }
  return null
}

/** Names that share the most pairs of characters with a text that found nothing; none that share nothing. */
export function namesNear(names: readonly Name[], text: string, most: number): Name[] {
  const pieces = (of: string) => new Set([...hanBigrams(normalize(of)), ...latinTokens(normalize(of))])
  const asked = pieces(text)
  const near = names.flatMap((name) => {
    const own = pieces(name.label)
    const shared = [...own].filter((piece) => piece.length > 1 && asked.has(piece)).length
    return shared > 0 ? [{ name, share: shared / own.size }] : []
  })
  near.sort((x, y) => y.share - x.share || y.name.count - x.name.count || (x.name.label < y.name.label ? -1 : 1))
  return near.slice(0, most).map(({ name }) => name)
}
