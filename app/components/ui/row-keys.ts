import type { KeyboardEvent } from 'react'

/** Arrow keys move from a link in one row to the one in the same place of the next; Home and End go to the first and last row. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End']
  if (!keys.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return
  const link = event.target
  if (!(link instanceof HTMLAnchorElement)) return
  const row = link.closest('tr, [data-row]')
  const rows = [...event.currentTarget.querySelectorAll('tbody tr, [data-row]')].filter((each) =>
    each.querySelector('a'),
  )
  const at = rows.findIndex((each) => each === row)
  if (!row || at < 0) return
  const place = [...row.querySelectorAll('a')].indexOf(link)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key] ?? at
  const links = rows[next]?.querySelectorAll('a')
  if (!links) return
  event.preventDefault()
  links[Math.min(place, links.length - 1)]?.focus()
}
