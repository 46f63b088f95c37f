import { Link } from '@remix-run/react'
import { formatDateTime, useText } from '~/i18n'
import { Menu, menuLine } from './menu'
import { PostForm } from './post-form'
import { shellPaths } from './shell'
import type { ShellDemo, ShellPerson } from './shell'

const steps = ['next_deadline', 'next_working_day'] as const

/** Says that these are demo data; moves the business clock; changes who one is with one click. */
export function DemoBar({ demo, person }: { demo: ShellDemo; person: ShellPerson | null }) {
  const { t } = useText()
  const organization = person?.organizations.find((each) => each.current)?.name
  return (
    <aside
      aria-label={t('common.demo.label')}
      className="bg-night text-small text-on-night print:border-b print:border-line"
    >
      <div className="page flex flex-wrap items-center gap-x-5 max-sm:gap-x-4">
        <strong className="py-2 font-semibold">{t('common.demo.label')}</strong>
        <span className="numbers no-print">
          <span className="max-sm:sr-only">{t('common.demo.clock')} </span>
          <time dateTime={demo.clock}>{formatDateTime(demo.clock)}</time>
        </span>
        <div className="no-print flex flex-wrap gap-2 py-1 max-sm:order-last max-sm:w-full max-sm:pb-2">
          {steps.map((step) => (
            <PostForm key={step} action={shellPaths.post.demoClock} send={{ to: step }}>
              <button
                type="submit"
                className="min-h-10 rounded-sm border border-night-edge px-3 hover:border-on-night lg:min-h-8"
              >
                {t(`common.demo.${step}`)} <span aria-hidden="true">›</span>
              </button>
            </PostForm>
          ))}
        </div>
        <Link to={shellPaths.demoMail} data-plain className="no-print flex min-h-10 items-center underline lg:min-h-8">
          {t('notification.kept_mail.title')}
        </Link>
        <Menu
          night
          className="no-print ms-auto"
          label={t('common.demo.person_label', { name: person?.name ?? t('common.demo.visitor') })}
          summary={
            <span className="max-w-[40vw] truncate">
              {organization && <span className="max-sm:hidden">{organization} · </span>}
              {person?.name ?? t('common.demo.visitor')}
            </span>
          }
        >
          <p className="px-4 pb-1 text-small text-quiet">{t('common.demo.choose')}</p>
          {demo.people.map((each) => (
            <PostForm key={each.key} action={shellPaths.post.demoPerson} send={{ person: each.key }}>
              <button type="submit" className={menuLine}>
                <span>{each.name}</span>
                <span className="text-small text-quiet">{each.role}</span>
              </button>
            </PostForm>
          ))}
        </Menu>
      </div>
    </aside>
  )
}
