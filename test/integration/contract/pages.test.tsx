import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { UNSAFE_RemixContext as RemixContext } from '@remix-run/react'
import { StaticRouterProvider, createStaticHandler, createStaticRouter } from 'react-router-dom/server'
import { renderToString } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedPeople } from '#test/cast'
import type { CastKey } from '#test/cast'
import { testKernel } from '#test/integration/kernel'
import { TextProvider } from '~/i18n'
import { readContract } from '~/domain/contract/lifecycle.server'
import * as home from '~/routes/public/home'
import * as indicatorContracts from '~/routes/public/indicator-contracts'
import * as indicators from '~/routes/public/indicators'
import * as verifyCertificate from '~/routes/public/verify-certificate'
import * as queue from '~/routes/admin/contract/queue'
import * as register from '~/routes/admin/contract/register'
import * as amend from '~/routes/admin/contract/amend'
import * as certificate from '~/routes/workspace/contract/certificate'
import * as create from '~/routes/workspace/contract/create'
import * as detail from '~/routes/workspace/contract/detail'
import * as edit from '~/routes/workspace/contract/edit'
import * as list from '~/routes/workspace/contract/list'
import * as print from '~/routes/workspace/contract/print'
import * as sign from '~/routes/workspace/contract/sign'
import * as submit from '~/routes/workspace/contract/submit'
import { draft, registered, signed, underReview } from './factory'

const kernel = testKernel((made) => seedPeople(made).then(() => {}))

interface RouteModule {
  loader: (args: never) => unknown
  default: () => React.ReactNode
}

const remix = {
  manifest: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
  routeModules: {},
  future: {},
  isSpaMode: false,
  serverHandoffString: '',
} as never

/** What the loader of a route gives somebody, and the page that comes of it, as HTML without JavaScript. */
async function open(route: RouteModule, path: string, who: CastKey | null, params: Record<string, string> = {}) {
  const personId = who && (await kernel.as(who)).personId
  const services = {
    db: kernel.db,
    sessions: { read: async () => (personId ? { personId, organizationId: null, token: 'token' } : null) },
  }
  const context = { services, facts: { requestId: randomUUID(), address: '127.0.0.1' } } as unknown as AppLoadContext
  const request = new Request(`http://localhost${path}`)
  const loaded: unknown = await route.loader({ request, params, context } as never)
  const view = JSON.parse(JSON.stringify(loaded)) as unknown
  const Page = route.default
  const handler = createStaticHandler([{ id: 'page', path: '*', element: <Page />, loader: () => view as object }])
  const answered = await handler.query(new Request(request.url))
  if (answered instanceof Response) throw answered
  const router = createStaticRouter(handler.dataRoutes, answered)
  return renderToString(
    <RemixContext.Provider value={remix}>
      <TextProvider locale="zh-CN">
        <StaticRouterProvider router={router} context={answered} hydrate={false} />
      </TextProvider>
    </RemixContext.Provider>,
  )
}

describe('pages', () => {
  let drafted: string
  let ready: string
  let waiting: string
  let done: string

  beforeAll(async () => {
    drafted = (await draft(kernel)).number
    ready = (await signed(kernel)).number
    waiting = (await underReview(kernel, {}, { claimed_amount_fen: '99999999' })).number
    done = (await registered(kernel, { contract_value_fen: '123456789' })).number
  })

  it('of the workspace show a contract and its amounts to the fen', async () => {
    const at = (number: string) => `/workspace/contracts/${number}`
    expect(await open(list, '/workspace/contracts', 'poser')).toContain(at(done))
    expect(await open(detail, at(done), 'poser', { number: done })).toContain('1,234,567.89 元')
    const own = await open(detail, at(drafted), 'solver', { number: drafted })
    expect(own).toContain(`${at(drafted)}/sign`)
    for (const [route, number] of [
      [sign, drafted],
      [edit, drafted],
      [submit, ready],
      [print, done],
    ] as const)
      expect(await open(route, at(number), 'solver', { number })).toContain(number)
    expect(await open(create, '/workspace/contracts/new', 'solver')).toContain('北辰储能研究院')
    expect(await open(certificate, at(done), 'poser', { number: done })).toContain('1,234,567.89 元')
    expect(await open(edit, at(drafted), 'solver', { number: drafted })).toContain('北辰储能研究院')
  })

  it('of a contract do not exist for others, and steps that are not due are refused', async () => {
    for (const who of ['rival', 'stranger', 'reviewer'] as const)
      await expect(open(detail, '/x', who, { number: done })).rejects.toMatchObject({ init: { status: 404 } })
    await expect(open(sign, '/x', 'poser', { number: done })).rejects.toMatchObject({ init: { status: 409 } })
    await expect(open(submit, '/x', 'poser', { number: ready })).rejects.toMatchObject({ init: { status: 403 } })
    await expect(open(queue, '/admin/contracts', 'poser')).rejects.toMatchObject({ init: { status: 404 } })
  })

  it('of the registrar show the clock, the checks and the decision', async () => {
    expect(await open(queue, '/admin/contracts', 'registrar')).toContain(`/admin/contracts/${waiting}`)
    const examined = await open(register, '/x', 'registrar', { number: waiting })
    expect(examined).toContain('technology_amount_fen')
    expect(examined).toContain('申报数比推算数少 0.01 元')
    expect(await open(amend, '/x', 'registrar', { number: done })).toContain('1,234,567.89')
  })

  it('of the public show the total, open its rows without names, and verify a certificate', async () => {
    expect(await open(home, '/', null)).toContain('技术交易额口径')
    const year = String(new Date().getFullYear())
    const figures = await open(indicators, `/indicators?period=${year}&flow=absorbed`, null)
    expect(figures).toContain(`flow=absorbed&amp;kind=development`)
    const rows = await open(indicatorContracts, `/indicators/contracts?period=${year}&kind=development`, null)
    expect(rows).toContain('1,234,567.89')
    expect(rows).not.toContain('北辰')
    expect(await open(indicatorContracts, `/indicators/contracts?period=${year}`, 'analyst')).toContain('北辰')
    const found = await readContract(kernel.db, { number: done })
    const asked = (code: string) =>
      open(verifyCertificate, `/verify/certificate?number=${found!.registrationNumber}&code=${code}`, null)
    expect(await asked(found!.checkingCode!.toLowerCase().replaceAll('-', ''))).toContain('登记有效')
    expect(await asked('AAAA-AAAA-AAAA')).not.toContain('杭州江芯')
  })
})
