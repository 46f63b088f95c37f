import type { SubmissionResult } from '@conform-to/react'
import { BidTextView } from '~/components/bid/bid-text'
import { OwnBid } from '~/components/bid/own-bid'
import { OwnResultView } from '~/components/bid/own-result'
import { ReceiptParts } from '~/components/bid/receipt-parts'
import { PageHeading } from '~/components/layout/page-heading'
import { Section } from '~/components/layout/section'
import { Notice } from '~/components/ui/notice'
import { Seal } from '~/components/ui/seal'
import type { Receipt } from '~/services/sealing/receipt.server'
import { isTextKey, useText } from '~/i18n'
import { BidForm } from './bid-form'
import type { loadBidPage } from './load.server'

interface BidViewProps {
  loaded: Awaited<ReturnType<typeof loadBidPage>>
  result?: SubmissionResult<string[]> | null
  receipt?: Receipt
}

export function BidView({ loaded, result, receipt }: BidViewProps) {
  const { t } = useText()
  const { page } = loaded
  const { challenge, own, text } = page
  const at = `/challenges/${challenge.number}`
  const sealedBefore = own?.envelope !== null && own !== null
  return (
    <>
      <PageHeading
        title={t(sealedBefore ? 'bid.page.replace_title' : 'bid.page.title')}
        breadcrumb={[{ label: challenge.number, to: at }, { label: challenge.title }]}
        meta={<span>{challenge.title}</span>}
      />
      {receipt ? (
        <ReceiptParts receipt={receipt} deadline={challenge.bid_deadline} back={at} />
      ) : (
        <>
          {loaded.result && <OwnResultView result={loaded.result} />}
          {own && <OwnBid own={own} at={`${at}/bid`} open={page.draft_refusal === null} />}
          {text && (
            <Section title={t('bid.own.text')}>
              <BidTextView text={text} targets={challenge.targets} compared={loaded.compared} />
            </Section>
          )}
          {page.refusal && !text && (
            <Notice tone="warn" title={t('bid.page.not_now')}>
              <p>{isTextKey(page.refusal) && t(page.refusal)}</p>
              {page.draft_refusal === null && <p>{t('bid.page.verify_first')}</p>}
            </Notice>
          )}
          {page.draft_refusal === null && (
            <>
              {sealedBefore && <h2 className="mb-2 text-lead">{t('bid.own.new')}</h2>}
              <div className="mb-6 max-w-form">
                <Seal state="sealed" at={challenge.bid_deadline}>
                  <p>{t('bid.page.sealing')}</p>
                  <p className="mt-1">{t('bid.page.draft_is')}</p>
                </Seal>
                {own?.draft && <p className="mt-2 text-quiet">{t('bid.own.unsaved')}</p>}
              </div>
              <BidForm page={page} actKey={loaded.key} result={result} />
            </>
          )}
        </>
      )}
    </>
  )
}
