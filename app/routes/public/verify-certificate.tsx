import { Form, Link, useLoaderData } from '@remix-run/react'
import { PageHeading } from '~/components/layout/page-heading'
import { Button } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { Seal } from '~/components/ui/seal'
import { certificateFacts } from '~/domain/contract/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { countAttempt } from '~/http/rates.server'
import { useText } from '~/i18n'
import { titled } from '../page-title'
import { CertificateFacts } from '../workspace/contract/certificate-facts'

export const meta = titled('contract.verify.title')

/** What a certificate must say, to whoever holds number and code; 30 tries a minute per address. */
export const loader = page(anyone, async ({ url, facts, services: { db } }) => {
  const number = (url.searchParams.get('number') ?? '').slice(0, 40)
  const code = (url.searchParams.get('code') ?? '').slice(0, 40)
  const asked = number !== '' && code !== ''
  if (asked) await countAttempt(db, { act: 'certificate', by: facts.address, most: 30, seconds: 60 })
  return { number, code, asked, certificate: asked ? await certificateFacts(db, number, code) : null }
})

export default function Page() {
  const { number, code, asked, certificate } = useLoaderData<typeof loader>()
  const { t } = useText()
  const cancelled = certificate?.state === 'cancelled'
  return (
    <>
      <PageHeading title={t('contract.verify.title')} />
      <Form method="get" className="max-w-form">
        <p className="mb-4 max-w-text">{t('contract.verify.intro')}</p>
        <div className="mb-4">
          <label htmlFor="number" className="block font-semibold">
            {t('contract.verify.number')}
          </label>
          <input
            id="number"
            name="number"
            defaultValue={number}
            required
            maxLength={40}
            className="control numbers max-w-80"
          />
        </div>
        <div className="mb-4">
          <label htmlFor="code" className="block font-semibold">
            {t('contract.verify.code')}
          </label>
          <input
            id="code"
            name="code"
            defaultValue={code}
            required
            maxLength={40}
            autoComplete="off"
            className="control numbers max-w-80"
          />
        </div>
        <Button type="submit" look="primary">
          {t('contract.verify.submit')}
        </Button>
      </Form>
      {asked && !certificate && (
        <Notice tone="error" title={t('contract.verify.none')}>
          {t('contract.verify.none_hint')}
        </Notice>
      )}
      {certificate && (
        <section className="panel mt-6 max-w-form p-6">
          <Seal
            state={cancelled ? 'opened' : 'verified'}
            title={t(cancelled ? 'contract.verify.found_cancelled' : 'contract.verify.found')}
          />
          <CertificateFacts certificate={certificate} />
        </section>
      )}
      <p className="mt-6">
        <Link to="/verify">{t('contract.verify.other')}</Link>
      </p>
    </>
  )
}
