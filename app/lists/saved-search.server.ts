import { savedPlace } from '~/domain/matching/saved-lists.server'
import { type T, isTextKey } from '~/i18n'
import { chosenTexts } from './list-props'

/** A kept search as people read it. */
export interface DescribedSearch {
  path: string
  /** Title of its list. */
  list: string
  /** What is chosen in it; empty: all that the list shows. */
  chosen: string[]
}

/** Longest name of a kept search. */
const longestName = 80

/** Reads a path of this site as a search that can be kept; null for any other. */
export function describedSearch(path: string, t: T): DescribedSearch | null {
  const place = savedPlace(path)
  if (!place) return null
  const { definition } = place.list
  const title = definition.savedAs ?? ''
  return {
    path: place.path,
    list: isTextKey(title) ? t(title) : title,
    chosen: chosenTexts(definition, place.params, t),
  }
}

/** The name that is proposed: the list and what is chosen in it. */
export const proposedName = ({ list, chosen }: DescribedSearch): string =>
  [list, ...chosen].join(' · ').slice(0, longestName).trim()
