import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { useText } from '~/i18n'

interface PageHeadingProps {
  title: ReactNode
  /** Above the title; the last may be without a link. */
  breadcrumb?: readonly { label: string; to?: string }[]
  /** Tags and facts under the title. */
  meta?: ReactNode
  /** One primary act at most. */
  actions?: ReactNode
}

export function PageHeading({ title, breadcrumb = [], meta, actions }: PageHeadingProps) {
  const { t } = useText()
  return (
    <div className="mb-6 lg:flex lg:items-end lg:justify-between lg:gap-8">
      <div className="min-w-0">
        {breadcrumb.length > 0 && (
          <nav aria-label={t('common.breadcrumb')} className="text-small">
            <ol className="flex flex-wrap">
              {breadcrumb.map((step, index) => (
                <li key={index}>
                  {index > 0 && (
                    <span aria-hidden="true" className="px-1.5 text-quiet">
                      /
                    </span>
                  )}
                  {step.to ? (
                    <Link to={step.to}>{step.label}</Link>
                  ) : (
                    <span className="numbers text-quiet">{step.label}</span>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 className="text-title">{title}</h1>
        {meta && <div className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-quiet">{meta}</div>}
      </div>
      {actions && <div className="no-print mt-4 flex shrink-0 flex-wrap items-center gap-3 lg:mt-0">{actions}</div>}
    </div>
  )
}
