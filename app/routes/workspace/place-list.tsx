import { Link } from '@remix-run/react'

interface Place {
  to: string
  name: string
  hint: string
  /** At the end of the line: how much waits there. */
  note?: string | null
}

/** Places of work as lines of two columns, each with a word on what is there. */
export function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul className="grid gap-x-10 border-t border-ink sm:grid-cols-2">
      {places.map((place) => (
        <li key={place.to} className="flex min-h-10 items-baseline justify-between gap-4 border-b border-line py-2">
          <span>
            <Link to={place.to} className="font-semibold">
              {place.name}
            </Link>
            <span className="block text-small text-quiet">{place.hint}</span>
          </span>
          {place.note && <span className="numbers shrink-0 text-small font-semibold text-seal">{place.note}</span>}
        </li>
      ))}
    </ul>
  )
}
