import { Form, useSubmit } from '@remix-run/react'
import { Button } from '~/components/ui/button'
import { formatNumber, useText } from '~/i18n'
import { SuggestInput } from './suggest-input'

export interface FacetOption {
  value: string
  label: string
  /** Null where it is not counted. */
  count: number | null
  checked: boolean
}

export interface Facet {
  /** Name in the URL. */
  name: string
  label: string
  kind: 'many' | 'one'
  options: readonly FacetOption[]
}

export interface ListQuery {
  name: string
  value: string
  label: string
  /** The kind of thing that the list is of, where it is of one. */
  kind?: 'challenge' | 'achievement' | 'capability'
}

interface FacetFormProps {
  /** Path of the list. */
  action: string
  facets: readonly Facet[]
  /** What else the URL carries: sort, words. */
  kept?: Readonly<Record<string, string>>
  /** Search within this list. */
  query?: ListQuery | null
  /** Sets the two copies of the form apart (beside the list, above it). */
  idPrefix: string
}

const shownAtFirst = 8

/** The facets as a GET form; with JavaScript a tick takes effect at once. */
export function FacetForm({ action, facets, kept = {}, query, idPrefix }: FacetFormProps) {
  const { t } = useText()
  const submit = useSubmit()
  return (
    <Form
      action={action}
      onChange={(event) =>
        event.target instanceof HTMLInputElement &&
        event.target.type !== 'search' &&
        submit(event.currentTarget, { preventScrollReset: true })
      }
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {query && (
        <div className="mb-4">
          <label htmlFor={`${idPrefix}-q`} className="mb-1 block text-small text-quiet">
            {query.label}
          </label>
          <div className="flex gap-2">
            <SuggestInput
              key={query.value}
              id={`${idPrefix}-q`}
              name={query.name}
              action={action}
              kind={query.kind}
              defaultValue={query.value}
            />
            <Button type="submit" className="shrink-0">
              {t('common.search.submit')}
            </Button>
          </div>
        </div>
      )}
      {facets.map((facet) => (
        <FacetGroup key={facet.name} facet={facet} idPrefix={idPrefix} />
      ))}
      <Button type="submit" className="mt-2 w-full">
        {t('common.list.apply')}
      </Button>
    </Form>
  )
}

function FacetGroup({ facet, idPrefix }: { facet: Facet; idPrefix: string }) {
  const { t } = useText()
  if (facet.options.length === 0) return null
  const chosenLate = facet.options.slice(shownAtFirst).some((option) => option.checked)
  const option = (each: FacetOption) => (
    <Option key={each.value} facet={facet} option={each} id={`${idPrefix}-${facet.name}-${each.value}`} />
  )
  return (
    <details open className="mb-4">
      <summary className="flex min-h-10 items-center font-semibold">{facet.label}</summary>
      <fieldset>
        <legend className="sr-only">{facet.label}</legend>
        {facet.options.slice(0, shownAtFirst).map(option)}
        {facet.options.length > shownAtFirst && (
          <details open={chosenLate}>
            <summary className="flex min-h-10 items-center text-small text-river">
              {t('common.list.more_options', { count: facet.options.length - shownAtFirst })}
            </summary>
            {facet.options.slice(shownAtFirst).map(option)}
          </details>
        )}
      </fieldset>
    </details>
  )
}

function Option({ facet, option, id }: { facet: Facet; option: FacetOption; id: string }) {
  return (
    <label htmlFor={id} className="flex min-h-10 items-center gap-2 lg:min-h-8">
      <input
        key={String(option.checked)}
        id={id}
        type={facet.kind === 'many' ? 'checkbox' : 'radio'}
        name={facet.name}
        value={option.value}
        defaultChecked={option.checked}
        className="size-4 shrink-0 accent-river"
      />
      <span className="min-w-0">{option.label}</span>
      {option.count !== null && <span className="numbers text-small text-quiet">{formatNumber(option.count)}</span>}
    </label>
  )
}
