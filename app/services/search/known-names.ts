import type { DocumentKind } from '#search/document'

/** Something that people look for by its name. */
export interface Name {
  kind: 'organization' | 'field' | 'tag'
  /** As people read it. */
  label: string
  /** Of a field its code; else the label. */
  value: string
  /** Public things that bear it; more is shown first. */
  count: number
  /** Kinds of thing that bear it; absent where that makes no difference. */
  borne?: ReadonlySet<DocumentKind>
  /** Syllables without tones; empty where sound is no way to it. */
  sound: readonly string[]
}

/** What search can offer instead of what was typed. */
export interface KnownNames {
  /** Organisations and tags of what is public. */
  names: readonly Name[]
  /** Latin words of what is public → documents that hold them. */
  latin: ReadonlyMap<string, number>
}
