import { Fragment } from 'react'

interface MarkedProps {
  text: string
  /** [start, end) offsets in UTF-16, ascending, not overlapping. */
  marks: readonly (readonly [number, number])[]
}

/** Text with the found words marked. */
export function Marked({ text, marks }: MarkedProps) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(index === 0 ? 0 : marks[index - 1]![1], start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
