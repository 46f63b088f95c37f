import { useNavigate } from '@remix-run/react'
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { classes } from '~/components/classes'
import type { Suggestion } from '~/domain/matching/suggestions.server'
import { useText } from '~/i18n'
import { suggestionPath } from './suggestion-path'

interface SuggestInputProps {
  id: string
  name: string
  defaultValue: string
  /** Path of the list that names are looked for in. */
  action: string
  /** The only kind of thing that is offered. */
  kind?: 'challenge' | 'achievement' | 'capability'
  placeholder?: string
  className?: string
  inputRef?: Ref<HTMLInputElement>
}

/** Between two letters of somebody who types; fewer questions, hardly later answers. */
const pauseMs = 150

/** A search field that says while one types what may be meant. Without JavaScript it is a plain search field. */
export function SuggestInput({
  id,
  name,
  defaultValue,
  action,
  kind,
  placeholder,
  className,
  inputRef,
}: SuggestInputProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(inputRef, () => input.current!)
  const listId = useId()
  const [found, setFound] = useState<readonly Suggestion[]>([])
  const [active, setActive] = useState(-1)
  const [typed, setTyped] = useState<string | null>(null)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  const open = found.length > 0

  useEffect(() => {
    if (typed === null || typed.trim() === '') {
      setFound([])
      return
    }
    const gone = new AbortController()
    const timer = setTimeout(() => {
      ask(typed, kind, gone.signal).then(
        (suggestions) => {
          setFound(suggestions)
          setActive(-1)
        },
        () => gone.signal.aborted || setFound([]),
      )
    }, pauseMs)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [typed, kind])

  const close = () => {
    setTyped(null)
    setFound([])
    setActive(-1)
  }
  const choose = (suggestion: Suggestion) => {
    close()
    if (input.current && suggestion.to === null && suggestion.kind !== 'field') input.current.value = suggestion.label
    navigate(suggestionPath(suggestion, action))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return
    const chosen = found[active]
    if (event.key === 'Enter' && chosen) choose(chosen)
    else if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') setActive(active + 1 >= found.length ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? found.length - 1 : active - 1)
    else return
    event.preventDefault()
  }
  return (
    <div className="relative min-w-0 grow">
      <input
        ref={input}
        id={id}
        type="search"
        name={name}
        defaultValue={defaultValue}
        maxLength={200}
        placeholder={placeholder}
        className={classes('control', className)}
        autoComplete="off"
        {...(scripted && {
          role: 'combobox',
          'aria-autocomplete': 'list',
          'aria-expanded': open,
          'aria-controls': open ? listId : undefined,
          'aria-activedescendant': active >= 0 ? `${listId}-${active}` : undefined,
        })}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {open && (
        <ul
          id={listId}
          role="listbox"
          aria-label={t('search.suggest.label')}
          className="absolute inset-x-0 top-full z-20 mt-1 min-w-64 border border-ink bg-paper shadow-lg"
        >
          {found.map((each, index) => (
            <li
              key={`${each.kind} ${each.to ?? each.value}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              // The field must keep the focus, or leaving it closes the list before the click.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(each)}
              onPointerEnter={() => setActive(index)}
              className={classes(
                'flex min-h-10 cursor-pointer items-baseline justify-between gap-3 px-3 py-2',
                index === active && 'bg-river-tint',
              )}
            >
              <span className="min-w-0">{each.label}</span>
              <span className="shrink-0 text-small text-quiet">{kindText(t, each.kind)}</span>
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="sr-only">
        {open && t('search.suggest.count', { count: found.length })}
      </span>
    </div>
  )
}

function kindText(t: ReturnType<typeof useText>['t'], kind: Suggestion['kind']): string {
  return kind === 'organization' || kind === 'field' || kind === 'tag'
    ? t(`search.suggest.${kind}`)
    : t(`matching.kind.${kind}`)
}

/** Until then nothing is asked: the server said that it was too much. */
let quietUntil = 0

async function ask(typed: string, kind: string | undefined, signal: AbortSignal): Promise<readonly Suggestion[]> {
  if (Date.now() < quietUntil) return []
  const query = new URLSearchParams({ q: typed, ...(kind ? { kind } : {}) })
  const answer = await fetch(`/search/suggest?${query}`, { signal })
  if (answer.status === 429) quietUntil = Date.now() + 1_000 * Number(answer.headers.get('retry-after') ?? 60)
  if (!answer.ok) return []
  return ((await answer.json()) as { suggestions: Suggestion[] }).suggestions
}
