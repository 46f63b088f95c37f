import { DataTable } from '~/components/ui/data-table'
import { formatFigure } from '~/components/ui/strip-scale'
import { requirementText } from '~/components/ui/target-strip'
import type { AcceptanceTerm } from '#db/schema'
import { useText } from '~/i18n'

/** Required and committed per target: what delivery will be held against. */
export function AcceptanceTerms({ terms }: { terms: readonly AcceptanceTerm[] }) {
  const { t } = useText()
  const committed = (term: AcceptanceTerm) =>
    term.committed === null
      ? t('common.strip.nothing')
      : `${formatFigure(term.committed)}${term.committed_to === null ? '' : `~${formatFigure(term.committed_to)}`} ${term.unit}`
  return (
    <DataTable
      caption={t('contract.detail.acceptance')}
      captionHidden
      rows={terms}
      rowKey={(term, index) => `${index}-${term.name}`}
      columns={[
        { key: 'name', header: t('common.targets.name'), rowHeader: true, cell: (term) => term.name },
        {
          key: 'required',
          header: t('contract.field.required'),
          numeric: true,
          cell: (term) => requirementText(t, { ...term, valueTo: term.value_to }),
        },
        { key: 'committed', header: t('common.strip.kind.committed'), numeric: true, cell: committed },
      ]}
    />
  )
}
