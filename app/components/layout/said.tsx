import { useSearchParams } from '@remix-run/react'
import { Notice } from '~/components/ui/notice'
import { isTextKey, useText } from '~/i18n'

/** What the act that led here did, named in the URL: one of the texts under `<area>.said`, nothing else. */
export function Said() {
  const [search] = useSearchParams()
  const { t } = useText()
  const said = search.get('said') ?? ''
  if (!/^[a-z]+\.said\.[a-z_]+$/.test(said) || !isTextKey(said)) return null
  return (
    <div className="mb-6" role="status">
      <Notice tone="success">{t(said)}</Notice>
    </div>
  )
}
