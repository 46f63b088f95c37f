import type { CorpusStatistics } from '../document'
import type { CandidateTerm } from '../engine'
import { eachTerm, termBag, termKey, type TermBag, type TermVector } from '../terms/index'
import { normalize } from '../terms/normalize'
import { surePieces } from '../terms/segment'
import { idf, termShare } from './lexical'
import { synonymWeight } from './weights'

/** A word of a group, with the terms that a document must hold to hold the word. */
interface GroupWord {
  /** Normalised. */
  word: string
  words: readonly string[]
  grams: readonly string[]
}

/** Groups of words that say the same, ready to be looked up. */
export interface SynonymTable {
  /** Key of a word → all words of the groups in which it stands. */
  groups: ReadonlyMap<string, readonly (readonly GroupWord[])[]>
  /** Characters of the longest key. */
  longest: number
}

/** A word that the query does not hold but a group says it means. */
export interface QuerySynonym extends GroupWord {
  /** Words of the query that stand in its groups. */
  via: readonly string[]
}

/** A synonym with what finding it can be worth. */
export interface WeightedSynonym extends QuerySynonym {
  weight: number
}

export interface FoundSynonym {
  word: string
  via: readonly string[]
  /** What it contributed; always positive. */
  part: number
}

export const noSynonyms: SynonymTable = { groups: new Map(), longest: 0 }

/** Spaces do not count: a text is looked through word by word. */
const keyOf = (word: string) => word.replace(/\s+/g, '')

export function synonymTable(groups: readonly (readonly string[])[]): SynonymTable {
  const table = new Map<string, GroupWord[][]>()
  let longest = 0
  for (const group of groups) {
    const members = [...new Set(group.map((word) => normalize(word).trim()))].map(groupWord).filter(({ grams }) => grams.length > 0) // prettier-ignore
    if (members.length < 2) continue
    for (const { word } of members) {
      const key = keyOf(word)
      longest = Math.max(longest, key.length)
      table.set(key, [...(table.get(key) ?? []), members])
    }
  }
  return { groups: table, longest }
}

function groupWord(word: string): GroupWord {
  const bag = termBag([word])
  return { word, words: [...bag.words.keys()], grams: [...bag.grams.keys()] }
}

/** The other words of the groups in which words of the query stand; whatever the query says itself is left out. */
export function synonymsOf(pieces: readonly string[], bag: TermBag, table: SynonymTable): QuerySynonym[] {
  const found = new Map<string, { member: GroupWord; via: Set<string> }>()
  for (const said of wordsInGroups(normalize(pieces.join('\n')), table)) {
    for (const members of table.groups.get(said)!) {
      const own = members.find(({ word }) => keyOf(word) === said)!.word
      for (const member of members) {
        if (member.word === own || member.grams.every((gram) => bag.grams.has(gram))) continue
        const known = found.get(member.word)
        if (known) known.via.add(own)
        else found.set(member.word, { member, via: new Set([own]) })
      }
    }
  }
  return [...found.values()].map(({ member, via }) => ({ ...member, via: [...via] }))
}

/** Keys of the table that the text holds as whole words: 产气 is not in 生产气体. */
function wordsInGroups(text: string, table: SynonymTable): Set<string> {
  const said = new Set<string>()
  if (table.longest === 0) return said
  const tokens = surePieces(text).filter((token) => token.trim() !== '' || token.includes('\n'))
  for (let start = 0; start < tokens.length; start++) {
    let joined = ''
    for (let end = start; end < tokens.length && joined.length < table.longest; end++) {
      joined += tokens[end]!
      if (table.groups.has(joined)) said.add(joined)
    }
  }
  return said
}

export function synonymKeys(synonyms: readonly QuerySynonym[]): string[] {
  return synonyms.flatMap(({ words, grams }) => [
    ...words.map((term) => termKey('words', term)),
    ...grams.map((term) => termKey('grams', term)),
  ])
}

/** Worth as much as its rarest pair of characters that the query lacks; once, however often the query says the other word. */
export function weightedSynonyms(
  synonyms: readonly QuerySynonym[],
  bag: TermBag,
  statistics: CorpusStatistics,
): WeightedSynonym[] {
  return synonyms.map((synonym) => {
    const rarities = synonym.grams
      .filter((gram) => !bag.grams.has(gram))
      .map((gram) => idf(statistics.documents, statistics.frequencies.get(termKey('grams', gram)) ?? 0))
    return { ...synonym, weight: synonymWeight * Math.max(...rarities) ** 2 }
  })
}

/** What an engine is asked beside the query's own words, so that a listing which says it otherwise is among the candidates. */
export function synonymTerms(
  synonyms: readonly WeightedSynonym[],
  bag: TermBag,
  statistics: CorpusStatistics,
): CandidateTerm[] {
  const found = new Map<string, CandidateTerm>()
  for (const synonym of synonyms) {
    for (const view of ['words', 'grams'] as const) {
      const occurrences = synonymWeight / synonym[view].length
      for (const term of synonym[view]) {
        const key = termKey(view, term)
        if (bag[view].has(term) || (found.get(key)?.occurrences ?? 0) >= occurrences) continue
        const holders = statistics.frequencies.get(key) ?? 0
        const weight = occurrences * idf(statistics.documents, holders) ** 2
        found.set(key, { term, view, weight, occurrences, holders })
      }
    }
  }
  return [...found.values()]
}

/** The synonyms whose pairs of neighbouring characters a document holds all; {@link standsIn} says which of them are words there. */
export function foundSynonyms(
  synonyms: readonly WeightedSynonym[],
  vector: TermVector,
  averageLength: number,
): FoundSynonym[] {
  if (synonyms.length === 0) return []
  const wanted = new Set(synonyms.flatMap(({ grams }) => grams))
  const counts = new Map<string, number>()
  let length = 0
  eachTerm(vector.grams, (term, occurrences) => {
    if (wanted.has(term)) counts.set(term, occurrences)
    length += occurrences
  })
  return synonyms.flatMap(({ word, via, grams, weight }) => {
    const occurrences = Math.min(...grams.map((gram) => counts.get(gram) ?? 0))
    const part = termShare(weight, occurrences, length, averageLength)
    return part > 0 ? [{ word, via, part }] : []
  })
}

/** Characters to each side that decide where words end. */
const around = 8

/** Whether a normalised text holds the word from one end of a word to another end: 生产气体 does not hold 产气. */
export function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const from = Math.max(0, at - around)
    const ends = new Set([from])
    let end = from
    for (const piece of surePieces(text.slice(from, at + word.length + around))) {
      end += piece.length
      ends.add(end)
    }
    if (ends.has(at) && ends.has(at + word.length)) return true
  }
  return false
}
