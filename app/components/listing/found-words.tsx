import { Marked } from '~/components/ui/marked'
import { Notice } from '~/components/ui/notice'
import { useText } from '~/i18n'

type Marks = readonly (readonly [number, number])[]

/** A title with the words that were looked for marked. */
export const MarkedTitle = ({ title, marks }: { title: string; marks?: { title: { text: string; marks: Marks } } }) =>
  marks ? <Marked {...marks.title} /> : <>{title}</>

/** Said where no engine answered, and words were compared as text. */
export function ComparedByText() {
  const { t } = useText()
  return (
    <Notice tone="warn" title={t('search.fallback')}>
      {t('search.fallback_text')}
    </Notice>
  )
}
