import { useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Badge } from '~/components/ui/badge'
import { EmptyState } from '~/components/ui/empty-state'
import type { StaffRole } from '#db/schema'
import { onlyStaff } from '~/domain/kernel/actor'
import { notSignedIn } from '~/domain/kernel/errors'
import { deskCounts } from '~/domain/todo/desk.server'
import { todoCount, todoOf } from '~/domain/todo/queries.server'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { PlaceList } from '../workspace/place-list'
import { TodoTable } from '../workspace/todo-table'

export const meta = titled('admin.home.title')

const staff = [
  'reviewer',
  'registrar',
  'analyst',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const satisfies readonly StaffRole[]
type Desk = (typeof staff)[number]

type Place =
  'organizations' | 'challenges' | 'contracts' | 'indicators' | 'entries' | 'search' | 'synonyms' | 'matching'

const paths: Record<Place, string> = {
  organizations: '/admin/organizations',
  challenges: '/admin/challenges',
  contracts: '/admin/contracts',
  indicators: '/indicators',
  entries: '/indicators/contracts',
  search: '/admin/search',
  synonyms: '/admin/synonyms',
  matching: '/admin/matching',
}

/** Where each role works; the pages themselves decide again who may enter. */
const placesOf: Record<Desk, readonly Place[]> = {
  reviewer: ['organizations', 'challenges'],
  registrar: ['contracts', 'entries'],
  analyst: ['indicators', 'entries', 'matching', 'search', 'synonyms'],
  system_administrator: ['search', 'synonyms', 'matching'],
  security_administrator: ['matching'],
  audit_administrator: ['entries', 'matching'],
}

export const loader = page(onlyStaff(...staff), async ({ actor, now, services: { db } }) => {
  if (actor.kind !== 'person') throw notSignedIn()
  const roles = staff.filter((role) => actor.staff.has(role))
  return {
    roles,
    works: roles.some((role) => role === 'reviewer' || role === 'registrar'),
    todo: await todoOf(db, actor, now, 20),
    count: await todoCount(db, actor, now),
    counts: await deskCounts(db),
  }
})

export default function Page() {
  const { roles, works, todo, count, counts } = useLoaderData<typeof loader>()
  const { t } = useText()
  const waiting = (place: Place) => {
    const found = place in counts ? counts[place as keyof typeof counts] : 0
    return found > 0 ? t('admin.waiting', { count: found }) : null
  }
  return (
    <>
      <PageHeading
        title={t('admin.home.title')}
        meta={roles.map((role) => (
          <Badge key={role}>{t(`admin.role.${role}`)}</Badge>
        ))}
      />
      {(works || todo.length > 0) && (
        <Section title={t('admin.home.todo')} count={count || null}>
          {todo.length > 0 ? (
            <TodoTable rows={todo} caption={t('admin.home.todo')} />
          ) : (
            <EmptyState title={t('admin.home.none')}>{t('admin.home.none_hint')}</EmptyState>
          )}
          {count > todo.length && (
            <p className="mt-2 text-small text-quiet">
              {t('workspace.home.more', { shown: todo.length, count })}
              {t('admin.home.all')}
            </p>
          )}
        </Section>
      )}
      {roles.map((role) => (
        <Section key={role} title={t(`admin.role.${role}`)}>
          <PlaceList
            places={placesOf[role].map((place) => ({
              to: paths[place],
              name: t(`admin.place.${place}.name`),
              hint: t(`admin.place.${place}.hint`),
              note: waiting(place),
            }))}
          />
          {role === 'system_administrator' && (
            <p className="mt-2 max-w-text text-small text-quiet">{t('admin.roles_by_api')}</p>
          )}
        </Section>
      ))}
    </>
  )
}
