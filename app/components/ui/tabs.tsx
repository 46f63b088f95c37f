import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'

export interface Tab {
  to: string
  label: string
  count?: number | null
  current: boolean
}

/** Links to parts of one thing, each with its own URL. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-6">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <Link
              to={tab.to}
              data-plain
              aria-current={tab.current ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-10 items-center gap-1.5 border-b-2 whitespace-nowrap',
                tab.current
                  ? 'border-river font-semibold text-river'
                  : 'border-ground text-ink hover:border-line hover:text-river',
              )}
            >
              {tab.label}
              {tab.count !== undefined && tab.count !== null && (
                <span className="numbers text-small font-normal text-quiet">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface ChoiceLinksProps {
  label: string
  choices: readonly { to: string; label: string; current: boolean }[]
}

/** 口径 **技术交易额** 合同成交额: one setting of a page, chosen by link. */
export function ChoiceLinks({ label, choices }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="me-4 flex flex-wrap items-center gap-x-3">
      <span className="text-quiet" aria-hidden="true">
        {label}
      </span>
      {choices.map((choice) => (
        <Link
          key={choice.to}
          to={choice.to}
          preventScrollReset
          aria-current={choice.current ? 'true' : undefined}
          data-plain={choice.current ? true : undefined}
          className={classes('inline-flex min-h-10 items-center', choice.current && 'font-semibold text-ink')}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  )
}
