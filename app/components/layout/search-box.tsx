import { Form, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { SuggestInput } from '~/components/listing/suggest-input'
import { useText } from '~/i18n'
import { shellPaths } from './shell'

/** Searches everything public. `/` puts the cursor here unless one is typing already. */
export function SearchBox() {
  const { t } = useText()
  const [parameters] = useSearchParams()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]'))
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  return (
    <Form role="search" action={shellPaths.search} className="group relative min-w-32 flex-1 lg:max-w-72">
      <label className="sr-only" htmlFor="site-search">
        {t('common.search.label')}
      </label>
      <SuggestInput
        inputRef={input}
        id="site-search"
        name="q"
        action={shellPaths.search}
        defaultValue={parameters.get('q') ?? ''}
        placeholder={t('common.search.placeholder')}
        className="pe-9"
      />
      <kbd
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-2 my-auto hidden h-6 items-center rounded-sm border border-line px-1.5 font-sans text-small text-quiet group-focus-within:hidden lg:flex"
      >
        /
      </kbd>
      <button type="submit" className="sr-only">
        {t('common.search.submit')}
      </button>
    </Form>
  )
}
