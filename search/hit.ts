import type { SearchDocument } from './document'
import type { Snippet } from './engine'
import { highlight, snippet } from './snippet'

/** How a hit is shown; the same for both engines. Terms are normalised words. */
export function headingSnippet(document: SearchDocument, terms: readonly string[]): Snippet {
  return highlight(document.title, terms)
}

export function textSnippet(document: SearchDocument, terms: readonly string[]): Snippet {
  return snippet(document.text, terms)
}
