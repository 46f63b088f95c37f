import { createReadStream } from 'node:fs'

/** Longest line, in bytes, that is read at all; a longer one is an error of its row. */
export const longestLine = 2 * 1024 * 1024

/** Lines of a file as bytes, without their line end; null for one that is too long, so that it never has to be held. */
export async function* linesOf(path: string): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let held = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield line(parts, held, chunk.subarray(from, at))
      parts = []
      held = 0
      from = at + 1
    }
    const rest = chunk.subarray(from)
    held += rest.length
    if (held <= longestLine) parts.push(rest)
    else parts = []
  }
  if (held > 0) yield line(parts, held, Buffer.alloc(0))
}

function line(parts: Buffer[], held: number, end: Buffer): Buffer | null {
  if (held + end.length > longestLine) return null
  const whole = Buffer.concat([...parts, end])
  return whole.at(-1) === 13 ? whole.subarray(0, -1) : whole
}

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16'

/**
 * UTF-8, else GB18030 (what spreadsheets of the field write). A few lines that are no UTF-8 do not make a file GB18030: what most of
 * the lines beyond ASCII are decides. UTF-16 is told by its mark.
 */
export async function encodingOf(path: string): Promise<Encoding> {
  let [utf8, other] = [0, 0]
  for await (const bytes of linesOf(path)) {
    if (!bytes || isAscii(bytes)) continue
    if (utf8 + other === 0 && /^(?:fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))) return 'utf-16'
    if (decode(bytes, 'utf-8') === null) other += 1
    else utf8 += 1
  }
  return other > utf8 ? 'gb18030' : 'utf-8'
}

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 128)

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
}

/** The text of a line, without a byte order mark; null when its bytes are none of the encoding's. */
export function decode(bytes: Buffer, encoding: 'utf-8' | 'gb18030'): string | null {
  try {
    return decoders[encoding].decode(bytes)
  } catch {
    return null
  }
}
