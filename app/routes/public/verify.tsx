import { data } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ActForm, FormEnd, SubmitButton } from '~/components/forms/act-form'
import { TextArea } from '~/components/forms/inputs'
import { PageHeading } from '~/components/layout/page-heading'
import { Facts } from '~/components/ui/facts'
import { Moment } from '~/components/ui/moment'
import { Notice } from '~/components/ui/notice'
import { SealMark } from '~/components/ui/seal'
import { type Inclusion, inclusionOf } from '~/domain/bid/queries.server'
import { anyone } from '~/domain/kernel/actor'
import { plainAct } from '~/http/act'
import { page } from '~/http/page'
import { useText } from '~/i18n'
import { type ReceiptProof, readPastedReceipt, signatureFits } from '~/services/sealing/receipt.server'
import { titled } from '../page-title'

export const meta = titled('bid.verify.title')

export const loader = page(anyone, ({ services }) => ({ publicKey: services.keys.publicKey }))

type Verdict =
  | { kind: 'secret' | 'unreadable' }
  | { kind: 'checked'; proof: ReceiptProof; signature: 'good' | 'foreign' | 'bad'; inclusion: Inclusion | null }

/** What was pasted is neither kept nor logged; a secret part is not read at all. */
export const action = plainAct(async ({ services }, form) => {
  const pasted = readPastedReceipt(String(form.get('proof') ?? ''))
  if (pasted.kind !== 'proof') return data<Verdict>({ kind: pasted.kind }, { status: 422 })
  const { proof } = pasted
  const own = proof.public_key === services.keys.publicKey
  const signature = !signatureFits(proof) ? 'bad' : own ? 'good' : 'foreign'
  const inclusion = signature === 'good' ? await inclusionOf(services.db, proof) : null
  return data<Verdict>({ kind: 'checked', proof, signature, inclusion })
})

export default function Page() {
  const { publicKey } = useLoaderData<typeof loader>()
  const verdict = useActionData() as Verdict | undefined
  const { t } = useText()
  return (
    <>
      <PageHeading
        title={t('bid.verify.title')}
        meta={<Link to="/verify/certificate">{t('bid.verify.certificate')}</Link>}
      />
      {verdict?.kind === 'secret' && (
        <Notice tone="error" title={t('bid.verify.secret')}>
          <p className="max-w-text">{t('bid.verify.secret_text')}</p>
        </Notice>
      )}
      {verdict?.kind === 'unreadable' && <Notice tone="error">{t('bid.verify.unreadable')}</Notice>}
      {verdict?.kind === 'checked' && <Checked verdict={verdict} />}
      <p className="mb-4 max-w-text">{t('bid.verify.intro')}</p>
      <ActForm id="verify">
        <TextArea name="proof" label={t('bid.verify.paste')} rows={10} autoComplete="off" spellCheck={false} />
        <FormEnd
          next={
            <>
              {t('bid.verify.offline')} <code className="block">{publicKey}</code>
            </>
          }
        >
          <SubmitButton>{t('bid.verify.submit')}</SubmitButton>
        </FormEnd>
      </ActForm>
    </>
  )
}

function Checked({ verdict }: { verdict: Extract<Verdict, { kind: 'checked' }> }) {
  const { t } = useText()
  const { proof, signature, inclusion } = verdict
  return (
    <section className="mb-6 max-w-form" aria-live="polite">
      <Notice tone={signature === 'good' ? 'success' : signature === 'foreign' ? 'warn' : 'error'}>
        <div className="flex items-center gap-3">
          {signature === 'good' && <SealMark state="verified" />}
          <p>{t(`bid.verify.signature_${signature}`)}</p>
        </div>
        {inclusion && <p className="mt-2">{t(`bid.verify.inclusion.${inclusion}`)}</p>}
      </Notice>
      <Facts
        layout="start"
        rows={[
          { term: t('bid.verify.fact.bid'), value: proof.bid },
          { term: t('bid.verify.fact.version'), value: proof.version },
          { term: t('bid.verify.fact.challenge'), value: proof.challenge },
          { term: t('bid.verify.fact.submitted'), value: <Moment at={proof.submitted_at} time /> },
          { term: t('bid.verify.fact.system'), value: <Moment at={proof.system_at} time /> },
          { term: t('bid.verify.fact.commitment'), value: <code className="text-small">{proof.commitment}</code> },
        ]}
      />
    </section>
  )
}
