import { Link } from '@remix-run/react'
import { Facts } from '~/components/ui/facts'
import { Money } from '~/components/ui/money'
import type { contractChecks } from '~/domain/contract/checks.server'
import type { ContractView } from '~/domain/contract/queries.server'
import { fenNumber } from '~/domain/kernel/money'
import { useText } from '~/i18n'
import { subKindName } from '../../workspace/contract/names'

interface ChecksProps {
  contract: ContractView
  checks: Awaited<ReturnType<typeof contractChecks>>
}

/** What to look at before deciding, each said in words; amber where it asks for a second look. */
export function Checks({ contract, checks }: ChecksProps) {
  const { t } = useText()
  const lower = BigInt(contract.suggested_amount_fen ?? '0') - BigInt(contract.claimed_amount_fen ?? '0')
  const look = (doubtful: boolean, text: string) => <span className={doubtful ? 'text-wait' : 'text-met'}>{text}</span>
  return (
    <Facts
      layout="start"
      rows={[
        {
          term: t('contract.check.kind'),
          value: t('contract.check.kind_said', {
            kind: t(`contract.kind.${contract.kind}`),
            sub_kind: subKindName(t, contract.kind, contract.sub_kind),
          }),
        },
        {
          term: t('contract.check.amount'),
          value: look(
            lower !== 0n,
            lower === 0n
              ? t('contract.check.amount_ok')
              : t('contract.check.amount_lower', { amount: `${fenNumber(lower, '元')} ${t('common.form.yuan')}` }),
          ),
        },
        {
          term: t('contract.check.parties'),
          value: (
            <>
              {look(
                checks.unsigned > 0,
                t(checks.unsigned > 0 ? 'contract.refusal.signatures_missing' : 'contract.check.parties_ok'),
              )}
              {checks.stated_signatures > 0 &&
                look(true, ` ${t('contract.check.parties_stated', { count: checks.stated_signatures })}`)}
              <br />
              {checks.related
                ? look(
                    true,
                    t('contract.check.related', {
                      stated: t(
                        checks.related_stated ? 'contract.check.related_said' : 'contract.check.related_unsaid',
                      ),
                    }),
                  )
                : look(false, t('contract.check.related_none'))}
            </>
          ),
        },
        {
          term: t('contract.check.term'),
          value: look(checks.term_over, t(checks.term_over ? 'contract.check.term_over' : 'contract.check.term_ok')),
        },
        {
          term: t('contract.check.duplicates'),
          value:
            checks.duplicates.length === 0
              ? look(false, t('contract.check.duplicates_none'))
              : checks.duplicates.map((each) => (
                  <span key={each.number} className="block">
                    <Link to={`/workspace/contracts/${each.number}`}>{each.number}</Link> {each.title}{' '}
                    <Money fen={each.contract_value_fen} />
                  </span>
                )),
        },
      ]}
    />
  )
}
