import type { MetaFunction } from '@remix-run/node'
import type { Shell } from '~/components/layout/shell'
import { type TextKey, translator } from '~/i18n'

/** A page's title in the reader's language, with the name of the site after it. */
export const titled =
  (key: TextKey): MetaFunction =>
  ({ matches }) => {
    const shell = matches.find((match) => match.id === 'root')?.data as Shell | undefined
    const t = translator(shell?.locale ?? 'zh-CN')
    return [{ title: `${t(key)} · ${t('common.site.name')}` }]
  }
