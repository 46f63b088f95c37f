import { Seal } from '~/components/ui/seal'
import { LinkButton } from '~/components/ui/button'
import type { Receipt } from '~/services/sealing/receipt.server'
import { useText } from '~/i18n'

const asFile = (value: unknown): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(value, null, 2)}\n`)}`

interface ReceiptPartsProps {
  receipt: Receipt
  deadline: string
  back: string
}

/** The receipt, this once: two files to save, what each is for and who may see it. No script is needed. */
export function ReceiptParts({ receipt, deadline, back }: ReceiptPartsProps) {
  const { t } = useText()
  const { proof, secret } = receipt
  const name = `${proof.bid}-v${proof.version}`
  return (
    <section aria-labelledby="receipt" className="max-w-form">
      <h2 id="receipt" className="text-title">
        {t('bid.receipt.title')}
      </h2>
      <p className="my-2 font-semibold text-seal">{t('bid.receipt.once')}</p>
      <Seal state="sealed" at={deadline}>
        <span className="numbers">
          {proof.bid} · {t('bid.own.version')} {proof.version}
        </span>
      </Seal>
      <Part
        title={t('bid.receipt.proof')}
        text={t('bid.receipt.proof_for')}
        save={t('bid.receipt.proof_save')}
        file={`${name}-proof.json`}
        value={proof}
      />
      <Part
        title={t('bid.receipt.secret')}
        text={t('bid.receipt.secret_for')}
        save={t('bid.receipt.secret_save')}
        file={`${name}-secret.json`}
        value={secret}
      />
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton to={back} look="primary">
          {t('bid.receipt.done')}
        </LinkButton>
        <LinkButton to="/verify">{t('bid.receipt.verify')}</LinkButton>
      </div>
    </section>
  )
}

interface PartProps {
  title: string
  text: string
  save: string
  file: string
  value: unknown
}

function Part({ title, text, save, file, value }: PartProps) {
  const { t } = useText()
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h3 className="text-lead">{title}</h3>
      <p className="mt-1 mb-3 max-w-text">{text}</p>
      <a
        href={asFile(value)}
        download={file}
        className="inline-flex min-h-10 items-center rounded-sm border border-river px-4 py-1.5"
      >
        {save}
      </a>
      <details className="mt-3">
        <summary className="py-2">{t('bid.receipt.show')}</summary>
        <pre className="panel max-h-80 overflow-auto p-3 text-small whitespace-pre-wrap select-all">
          {JSON.stringify(value, null, 2)}
        </pre>
      </details>
    </section>
  )
}
