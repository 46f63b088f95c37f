import { getFieldsetProps, useField, useFormMetadata } from '@conform-to/react'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button'
import { useText } from '~/i18n'
import { FieldGroup, useFieldState } from './field'
import { issueText } from './issue-text'

/** A row as it is typed. `must` is 'on' or absent. */
export interface TypedTarget {
  name?: string
  comparator?: string
  value?: string
  value_to?: string
  unit?: string
  must?: string
}

interface TargetRowsInputProps {
  /** Of the list in the command's input. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Name of the upper end in the command's input. */
  toName?: 'value_to' | 'valueTo'
  /** Reads a pasted paragraph; with it a text box and a button are shown where JavaScript is there. */
  read?: (text: string) => TypedTarget[]
  /** Address that takes the whole form and answers the page with the paragraph (field `<name>_text`) read: without JavaScript. */
  readAction?: string
  most?: number
}

const comparators = { '>=': '≥', '<=': '≤', '=': '=', between: '~' } as const

/** Targets, one line each: name, comparator, value, to, unit, must. Rows come and go without JavaScript too. */
export function TargetRowsInput({
  name,
  label,
  hint,
  toName = 'value_to',
  read,
  readAction,
  most = 30,
}: TargetRowsInputProps) {
  const { t } = useText()
  const field = useFieldState(name)
  const [list] = useField<Record<string, string>[]>(name)
  const form = useFormMetadata()
  const rows = list.getFieldList()
  return (
    <FieldGroup field={field} label={label} hint={hint ?? t('common.targets.hint')}>
      {(read || readAction) && (
        <PasteBox name={name} read={read} readAction={readAction} rows={rows.length} toName={toName} />
      )}
      <ol>
        {rows.map((row, index) => (
          <TargetRow key={row.key ?? index} row={row} index={index} toName={toName}>
            <button
              type="submit"
              {...form.remove.getButtonProps({ name: list.name, index })}
              formNoValidate
              className="min-h-10 px-2 text-small text-river hover:underline"
            >
              {t('common.targets.remove')}
              <span className="sr-only"> {index + 1}</span>
            </button>
          </TargetRow>
        ))}
      </ol>
      {rows.length < most && (
        <Button
          type="submit"
          {...form.insert.getButtonProps({ name: list.name, defaultValue: { comparator: '>=', must: 'on' } })}
          formNoValidate
        >
          {t('common.targets.add')}
        </Button>
      )}
    </FieldGroup>
  )
}

type RowMeta = ReturnType<ReturnType<typeof useField<Record<string, string>[]>>[0]['getFieldList']>[number]

function TargetRow({
  row,
  index,
  toName,
  children,
}: {
  row: RowMeta
  index: number
  toName: string
  children: ReactNode
}) {
  const { t } = useText()
  const fields = row.getFieldset()
  const id = (part: string) => `${row.id}.${part}`
  const nameOf = (part: string) => `${row.name}.${part}`
  const initial = (part: string): string | undefined => {
    const value: unknown = fields[part]?.initialValue
    return typeof value === 'string' ? value : undefined
  }
  const messages = Object.values(row.allErrors).flatMap((each) => each ?? [])
  const bad = (part: string) => (fields[part]?.errors?.length ? true : undefined)
  const errorId = `${row.id}-error`
  const input = (part: string, label: string, className: string, numeric = false) => (
    <label className={`block text-small ${className}`}>
      <span className="text-quiet">{label}</span>
      <input
        key={initial(part)}
        id={id(part)}
        name={nameOf(part)}
        defaultValue={initial(part)}
        inputMode={numeric ? 'decimal' : undefined}
        autoComplete="off"
        aria-invalid={bad(part)}
        aria-describedby={bad(part) && errorId}
        className={`control text-body ${numeric ? 'numbers text-end' : ''}`}
      />
    </label>
  )
  return (
    <li className="mb-2 border-b border-line pb-2">
      <fieldset
        {...getFieldsetProps(row)}
        className="grid grid-cols-6 items-end gap-2 sm:grid-cols-[minmax(0,1fr)_4.5rem_5.5rem_5.5rem_5.5rem_auto_auto]"
      >
        <legend className="sr-only">{t('common.targets.row', { number: index + 1 })}</legend>
        {input('name', t('common.targets.name'), 'col-span-6 sm:col-span-1')}
        <label className="col-span-2 block text-small sm:col-span-1">
          <span className="text-quiet">{t('common.targets.comparator')}</span>
          <select
            key={initial('comparator')}
            id={id('comparator')}
            name={nameOf('comparator')}
            defaultValue={initial('comparator') ?? '>='}
            aria-invalid={bad('comparator')}
            className="control text-body"
          >
            {Object.entries(comparators).map(([value, sign]) => (
              <option key={value} value={value}>
                {value === 'between' ? t('common.targets.between') : sign}
              </option>
            ))}
          </select>
        </label>
        {input('value', t('common.targets.value'), 'col-span-2 sm:col-span-1', true)}
        {input(toName, t('common.targets.value_to'), 'col-span-2 sm:col-span-1', true)}
        {input('unit', t('common.targets.unit'), 'col-span-2 sm:col-span-1')}
        <label className="col-span-2 flex min-h-10 items-center gap-1.5 whitespace-nowrap sm:col-span-1">
          <input
            key={initial('must')}
            type="checkbox"
            id={id('must')}
            name={nameOf('must')}
            value="on"
            defaultChecked={['on', 'true'].includes(initial('must') ?? '')}
            className="size-4 accent-river"
          />
          {t('common.targets.must')}
        </label>
        <div className="col-span-2 text-end sm:col-span-1">{children}</div>
      </fieldset>
      {messages.length > 0 && (
        <p id={errorId} className="font-semibold text-seal">
          {[...new Set(messages)].map((message) => issueText(t, message)).join(' ')}
        </p>
      )}
    </li>
  )
}

interface PasteBoxProps extends Pick<TargetRowsInputProps, 'name' | 'read' | 'readAction'> {
  /** How many there are now. */
  rows: number
  toName: string
}

/** A paragraph is turned into rows, which are then looked over. */
function PasteBox({ name, read, readAction, rows, toName }: PasteBoxProps) {
  const { t } = useText()
  const id = useId()
  const form = useFormMetadata()
  const [list] = useField<Record<string, string>[]>(name)
  const [text, setText] = useState('')
  const [found, setFound] = useState<number | null>(null)
  const take = () => {
    const targets = read?.(text) ?? []
    setFound(targets.length)
    if (targets.length === 0) return
    // Each row is added to what stands in the form by then, so it must be there before the next.
    for (const { value_to: upper = '', ...row } of targets) {
      flushSync(() => form.insert({ name: list.name, defaultValue: { ...row, [toName]: upper } }))
    }
    const empty = (part: string) =>
      document.querySelector<HTMLInputElement>(`[name="${name}[0].${part}"]`)?.value.trim() === ''
    if (rows === 1 && empty('name') && empty('value')) form.remove({ name: list.name, index: 0 })
    setText('')
  }
  return (
    <details className="mb-3">
      <summary className="inline-flex min-h-10 items-center text-river">{t('common.targets.paste')}</summary>
      <label htmlFor={id} className="block text-small text-quiet">
        {t('common.targets.paste_hint')}
      </label>
      <textarea
        id={id}
        name={`${name}_text`}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="control"
      />
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <Button
          type={readAction ? 'submit' : 'button'}
          formAction={readAction}
          formNoValidate
          onClick={(event) => {
            if (!read) return
            event.preventDefault()
            take()
          }}
        >
          {t('common.targets.read')}
        </Button>
        <span role="status" className="text-small text-quiet">
          {found === null
            ? ''
            : found === 0
              ? t('common.targets.found_none')
              : t('common.targets.found', { count: found })}
        </span>
      </div>
    </details>
  )
}
