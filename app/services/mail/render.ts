/** A kept mail as it goes out: both forms say the same, and nothing in them tells that they were read. */
export interface Rendered {
  text: string
  html: string
}

/** A line that is nothing but a path of this site. */
const pathLine = /^\/(?![/\\])\S*$/

/**
 * Writes the addresses out.
 * @param site where this product is reached, without a path: https://jiebang.example
 */
export function render(body: string, locale: 'zh-CN' | 'en', site: string): Rendered {
  const lines = body.split('\n')
  const whole = (line: string) => (pathLine.test(line) ? new URL(line, site).href : null)
  const text = lines.map((line) => whole(line) ?? line).join('\n')
  const paragraphs = text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.split('\n').map(htmlLine(site)).join('<br>\n')}</p>`)
  return {
    text: `${text}\n`,
    html: `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"></head><body>\n${paragraphs.join('\n')}\n</body></html>\n`,
  }
}

/** Only addresses that this product wrote become links: what people type stays text. */
const htmlLine = (site: string) => (line: string) => {
  const shown = escaped(line)
  return line.startsWith(`${new URL(site).origin}/`) && !/\s/.test(line) ? `<a href="${shown}">${shown}</a>` : shown
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark]!)
