import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  isRouteErrorResponse,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { AppShell } from '~/components/layout/app-shell'
import { ErrorPage, errorTitle } from '~/components/layout/error-page'
import type { Shell } from '~/components/layout/shell'
import { Said } from '~/components/layout/said'
import { demoPeople, shellPerson } from '~/domain/identity/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { readIssueMessage } from '~/domain/kernel/issues'
import { unreadCount } from '~/domain/notification/queries.server'
import { todoCount } from '~/domain/todo/queries.server'
import { formToken } from '~/http/form-token.server'
import { page, type PageProblem } from '~/http/page'
import { isTextKey, translator, useText } from '~/i18n'
import './app.css'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

/** For a page that went wrong; every other page has a title of its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = translator(data?.locale ?? 'zh-CN')
  const site = t('common.site.name')
  if (!error) return [{ title: site }]
  return [{ title: `${errorTitle(t, isRouteErrorResponse(error) ? error.status : 500)} · ${site}` }]
}

export const loader = page(anyone, async (visit): Promise<Shell> => {
  const { services, locale, now, t, actor } = visit
  return {
    locale,
    now: now.toISOString(),
    demo: services.demo ? { clock: now.toISOString(), people: await demoPeople(services.db, t) } : null,
    person:
      actor.kind === 'person'
        ? await shellPerson(services.db, actor, {
            todoCount: await todoCount(services.db, actor, now),
            unreadCount: await unreadCount(services.db, actor.personId),
          })
        : null,
    formToken: formToken(services.keys, visit.session?.token ?? null),
    nonce: visit.facts.nonce,
    path: visit.url.pathname + visit.url.search,
  }
})

/** A page whose root loader failed has no shell: it still has a frame. */
const bareShell: Shell = { locale: 'zh-CN', demo: null, person: null, formToken: '', nonce: '', path: '/' }

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root') ?? bareShell
  return (
    <html lang={shell.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <AppShell shell={shell}>{children}</AppShell>
        <ScrollRestoration nonce={shell.nonce} />
        <Scripts nonce={shell.nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return (
    <>
      <Said />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { t } = useText()
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />
  const problem = error.data as Partial<PageProblem> | null
  const { key, params } = readIssueMessage(problem?.key ?? '')
  const reason = error.status !== 404 && isTextKey(key) ? t(key, { ...params, ...problem?.params }) : undefined
  return <ErrorPage status={error.status} reason={reason} requestId={problem?.requestId ?? null} />
}
