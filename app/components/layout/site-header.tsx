import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { useText } from '~/i18n'
import { Menu, menuLine } from './menu'
import { PostForm } from './post-form'
import { SearchBox } from './search-box'
import { shellPaths } from './shell'
import type { Shell, ShellPerson } from './shell'

const places = ['challenges', 'achievements', 'capabilities', 'indicators', 'notices'] as const

export function SiteHeader({ shell }: { shell: Shell }) {
  const { t } = useText()
  const at = shell.path.split('?')[0] ?? ''
  const other = shell.locale === 'en' ? 'zh-CN' : 'en'
  return (
    <header className="no-print border-b border-line bg-paper">
      <div className="page flex flex-wrap items-center gap-x-5 lg:flex-nowrap lg:gap-x-7">
        <Link to={shellPaths.home} data-plain className="flex min-h-14 shrink-0 items-center gap-2 text-ink">
          <Mark />
          <span className="text-lead font-semibold max-sm:sr-only">{t('common.site.name')}</span>
        </Link>
        <nav
          aria-label={t('common.nav.label')}
          className="order-last w-full overflow-x-auto lg:order-none lg:w-auto lg:shrink-0"
        >
          <ul className="flex gap-x-5">
            {places.map((place) => {
              const here = at === shellPaths.nav[place] || at.startsWith(`${shellPaths.nav[place]}/`)
              return (
                <li key={place}>
                  <Link
                    to={shellPaths.nav[place]}
                    data-plain
                    aria-current={here ? 'true' : undefined}
                    className={classes(
                      'flex min-h-10 items-center border-b-2 whitespace-nowrap lg:min-h-14',
                      here ? 'border-river text-river' : 'border-paper text-ink hover:text-river',
                    )}
                  >
                    {t(`common.nav.${place}`)}
                  </Link>
                </li>
              )
            })}
          </ul>
        </nav>
        <SearchBox />
        <div className="ms-auto flex shrink-0 items-center gap-x-4">
          <PostForm action={shellPaths.post.language} send={{ locale: other }} className="max-sm:hidden">
            <button
              type="submit"
              lang={other}
              className="min-h-10 text-small text-quiet hover:text-river hover:underline"
            >
              {other === 'en' ? 'English' : '中文'}
            </button>
          </PostForm>
          {shell.person ? (
            <>
              <Link to={shellPaths.workspace} className="flex min-h-10 items-center gap-1">
                {t('common.nav.workspace')}
                {shell.person.todoCount > 0 && (
                  <span className="numbers font-semibold text-seal">
                    {shell.person.todoCount}
                    <span className="sr-only">{t('common.nav.todo')}</span>
                  </span>
                )}
              </Link>
              <Bell unread={shell.person.unreadCount} />
              <PersonMenu person={shell.person} />
            </>
          ) : (
            <Link
              to={`${shellPaths.login}?next=${encodeURIComponent(shell.path)}`}
              className="flex min-h-10 items-center"
            >
              {t('common.nav.sign_in')}
            </Link>
          )}
        </div>
      </div>
    </header>
  )
}

/** How many notifications wait to be read; the bell is a link like any other. */
function Bell({ unread }: { unread: number }) {
  const { t } = useText()
  return (
    <Link
      to={shellPaths.notifications}
      data-plain
      aria-label={unread > 0 ? t('notification.page.bell_unread', { count: unread }) : t('notification.page.bell')}
      className="flex min-h-10 min-w-6 items-center gap-1 text-ink hover:text-river"
    >
      <svg
        aria-hidden="true"
        width="18"
        height="18"
        viewBox="0 0 18 18"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      >
        <path
          d="M9 2.2a4.6 4.6 0 0 0-4.6 4.6c0 4-1.6 5.2-1.6 5.9h12.4c0-.7-1.6-1.9-1.6-5.9A4.6 4.6 0 0 0 9 2.2Z"
          strokeLinejoin="round"
        />
        <path d="M7.3 14.7a1.8 1.8 0 0 0 3.4 0" strokeLinecap="round" />
      </svg>
      {unread > 0 && (
        <span aria-hidden="true" className="numbers text-small font-semibold text-seal">
          {unread < 100 ? unread : t('notification.page.many')}
        </span>
      )}
    </Link>
  )
}

function PersonMenu({ person }: { person: ShellPerson }) {
  const { t } = useText()
  return (
    <Menu
      label={t('common.nav.person_menu', { name: person.name })}
      summary={
        <>
          <span className="max-w-28 truncate max-sm:hidden">{person.name}</span>
          <span
            aria-hidden="true"
            className="inline-flex size-7 items-center justify-center rounded-full border border-edge text-small sm:hidden"
          >
            {[...person.name][0]}
          </span>
        </>
      }
    >
      {person.organizations.length > 0 && (
        <p className="px-4 pb-1 text-small text-quiet">{t('common.nav.acting_for')}</p>
      )}
      {person.organizations.map((organization) =>
        organization.current ? (
          <p key={organization.id} aria-current="true" className={classes(menuLine, 'font-semibold')}>
            {organization.name}
            <span aria-hidden="true">✓</span>
          </p>
        ) : (
          <PostForm
            key={organization.id}
            action={shellPaths.post.organization}
            send={{ organization: organization.id }}
          >
            <button type="submit" className={menuLine}>
              {organization.name}
            </button>
          </PostForm>
        ),
      )}
      <div className="mt-2 border-t border-line pt-2">
        {/* A judge's work stands in the workspace; the pages of the staff are none of it. */}
        {person.staffRoles.some((role) => role !== 'judge') && (
          <Link to={shellPaths.admin} className={menuLine}>
            {t('common.nav.admin')}
          </Link>
        )}
        <Link to={shellPaths.notifications} className={menuLine}>
          {t('notification.page.title')}
        </Link>
        <Link to={shellPaths.organizations} className={menuLine}>
          {t('common.nav.organizations')}
        </Link>
        <Link to={shellPaths.tokens} className={menuLine}>
          {t('common.nav.tokens')}
        </Link>
        <PostForm action={shellPaths.post.logout}>
          <button type="submit" className={menuLine}>
            {t('common.nav.sign_out')}
          </button>
        </PostForm>
      </div>
    </Menu>
  )
}

/** The sign of the house: 揭 in a square seal. */
function Mark() {
  return (
    <svg aria-hidden="true" width="28" height="28" viewBox="0 0 28 28" className="shrink-0 text-seal">
      <rect x="1" y="1" width="26" height="26" rx="3" fill="none" stroke="currentColor" strokeWidth="2" />
      <text x="14" y="19.5" textAnchor="middle" fontSize="15" fontWeight="700" fill="currentColor">
        揭
      </text>
    </svg>
  )
}
