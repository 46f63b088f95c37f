import { useLoaderData } from '@remix-run/react'
import { Notice } from '~/components/ui/notice'
import { certificateView, contractFor } from '~/domain/contract/queries.server'
import { signedIn } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { page } from '~/http/page'
import { formatDate, useText } from '~/i18n'
import { titled } from '../../page-title'
import { CertificateFacts } from './certificate-facts'

export const meta = titled('contract.certificate.title')

export const loader = page(signedIn, async ({ actor, params, services }) => {
  const found = await contractFor(services.db, actor, params.number ?? '')
  if (!found.registrationNumber) throw notFound()
  return certificateView(found)
})

/** The certificate, made to be printed. */
export default function Page() {
  const certificate = useLoaderData<typeof loader>()
  const { t } = useText()
  return (
    <article className="panel mx-auto max-w-form p-8">
      <h1 className="mb-2 text-center text-title">{t('contract.certificate.title')}</h1>
      {certificate.cancelled_at ? (
        <Notice tone="error">
          {t('contract.certificate.cancelled', { date: formatDate(certificate.cancelled_at) })}
        </Notice>
      ) : (
        <p className="mb-4">{t('contract.certificate.body')}</p>
      )}
      {certificate.version > 1 && (
        <p className="text-small text-quiet">{t('contract.certificate.amended', { version: certificate.version })}</p>
      )}
      <CertificateFacts certificate={certificate} />
      <p className="mt-6 text-lead">
        {t('contract.field.checking_code')} <span className="numbers font-semibold">{certificate.checking_code}</span>
      </p>
      <p className="text-small text-quiet">{t('contract.certificate.check', { path: '/verify/certificate' })}</p>
    </article>
  )
}
