import type { ReactNode } from 'react'
import { LinkButton } from '~/components/ui/button'
import { type T, useText } from '~/i18n'
import { shellPaths } from './shell'

const pages = {
  400: 'invalid',
  403: 'refused',
  404: 'missing',
  409: 'stale',
  422: 'invalid',
  429: 'limited',
  500: 'broken',
  503: 'unavailable',
} as const

/** Which of the texts for what went wrong speaks of this status. */
const pageOf = (status: number) =>
  status in pages ? pages[status as keyof typeof pages] : status < 500 ? 'invalid' : 'broken'

export const errorTitle = (t: T, status: number): string => t(`common.error_page.${pageOf(status)}.title`)

interface ErrorPageProps {
  status: number
  /** Why, and what would help: for a refusal. */
  reason?: ReactNode
  /** Shown for bugs, to be told to the staff. */
  requestId?: string | null
  /** For 429 and 503. */
  retryAfterSeconds?: number | null
}

/** Says what went wrong, whose doing it was and what to do next. */
export function ErrorPage({ status, reason, requestId, retryAfterSeconds }: ErrorPageProps) {
  const { t } = useText()
  return (
    <div className="max-w-text py-8">
      <p className="numbers text-small text-quiet">{status}</p>
      <h1 className="text-title">{errorTitle(t, status)}</h1>
      <p className="mt-3">{reason ?? t(`common.error_page.${pageOf(status)}.text`)}</p>
      {retryAfterSeconds !== undefined && retryAfterSeconds !== null && (
        <p className="mt-2">{t('common.error_page.retry_after', { seconds: retryAfterSeconds })}</p>
      )}
      {requestId && status >= 500 && (
        <p className="mt-2 text-small text-quiet">
          {t('common.error_page.request_id')} <code className="select-all">{requestId}</code>
        </p>
      )}
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton to={shellPaths.home}>{t('common.error_page.home')}</LinkButton>
        <LinkButton to={shellPaths.search} look="quiet">
          {t('common.error_page.search')}
        </LinkButton>
      </div>
    </div>
  )
}
