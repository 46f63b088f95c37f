import { Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { signedIn } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { todoCount, todoOf, waitingOf } from '~/domain/todo/queries.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { PlaceList } from './place-list'
import { TodoTable, WaitingTable } from './todo-table'

export const meta = titled('workspace.home.title')

export const loader = page(signedIn, async ({ actor, now, services: { db } }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const { organization } = actor
  return {
    organization: organization && {
      id: organization.id,
      name: organization.name,
      state: organization.state,
      role: organization.role,
    },
    staff: [...actor.staff].some((role) => role !== 'judge'),
    judge: actor.staff.has('judge'),
    todo: await todoOf(db, actor, now),
    count: await todoCount(db, actor, now),
    waiting: await waitingOf(db, actor, now),
  }
})

const places = [
  'challenges',
  'bids',
  'judging',
  'contracts',
  'achievements',
  'capabilities',
  'saved-searches',
  'notifications',
  'organizations',
  'tokens',
] as const

export default function Page() {
  const { organization, staff, judge, todo, count, waiting } = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('workspace.home.title')}
        meta={
          organization ? (
            <>
              {t('workspace.home.acting', { name: organization.name })}
              <span aria-hidden="true">·</span>
              {t(`workspace.home.role.${organization.role}`)}
            </>
          ) : (
            t('workspace.home.alone')
          )
        }
        actions={staff && <LinkButton to="/admin">{t('workspace.home.staff')}</LinkButton>}
      />
      {organization && organization.state !== 'verified' && (
        <Notice tone="warn">
          {t('workspace.home.not_verified', { name: organization.name })}{' '}
          <Link to={`/workspace/organizations/${organization.id}`}>{t('workspace.home.see_organization')}</Link>
        </Notice>
      )}
      <Section title={t('workspace.home.todo')} count={count || null}>
        {todo.length > 0 ? (
          <>
            <TodoTable rows={todo} caption={t('workspace.home.todo')} />
            {count > todo.length && (
              <p className="mt-2 text-small text-quiet">{t('workspace.home.more', { shown: todo.length, count })}</p>
            )}
          </>
        ) : !organization && !staff && !judge ? (
          <EmptyState
            title={t('workspace.home.no_organization')}
            actions={
              <LinkButton to="/workspace/organizations/new" look="primary">
                {t('workspace.home.new_organization')}
              </LinkButton>
            }
          >
            {t('workspace.home.no_organization_hint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('workspace.home.todo_none')}>{t('workspace.home.todo_none_hint')}</EmptyState>
        )}
      </Section>
      {waiting.length > 0 && (
        <Section title={t('workspace.home.waiting')} count={waiting.length}>
          <WaitingTable rows={waiting} caption={t('workspace.home.waiting')} />
        </Section>
      )}
      <Section title={t('workspace.home.mine')}>
        <PlaceList
          places={places.map((place) => ({
            to: `/workspace/${place}`,
            name: t(`workspace.places.${place}.name`),
            hint: t(`workspace.places.${place}.hint`),
          }))}
        />
      </Section>
    </>
  )
}
