import { Link } from '@remix-run/react'
import { useText } from '~/i18n'
import { PostForm } from './post-form'
import { shellPaths } from './shell'
import type { Shell } from './shell'

export function SiteFooter({ shell }: { shell: Shell }) {
  const { t } = useText()
  const other = shell.locale === 'en' ? 'zh-CN' : 'en'
  return (
    <footer className="no-print mt-16 border-t border-line">
      <div className="page flex flex-wrap items-center justify-between gap-x-8 gap-y-1 py-6 text-small">
        <p className="text-quiet">{t('common.site.about')}</p>
        <nav aria-label={t('common.footer.label')}>
          <ul className="flex flex-wrap items-center gap-x-5">
            <li>
              <Link to={shellPaths.footer.verify} className="inline-flex min-h-10 items-center">
                {t('common.footer.verify')}
              </Link>
            </li>
            <li>
              <Link to={shellPaths.footer.data} className="inline-flex min-h-10 items-center">
                {t('common.footer.data')}
              </Link>
            </li>
            <li>
              <Link to={shellPaths.footer.api} className="inline-flex min-h-10 items-center">
                {t('common.footer.api')}
              </Link>
            </li>
            <li>
              <Link to={shellPaths.footer.about} className="inline-flex min-h-10 items-center">
                {t('common.footer.about')}
              </Link>
            </li>
            <li className="sm:hidden">
              <PostForm action={shellPaths.post.language} send={{ locale: other }}>
                <button type="submit" lang={other} className="min-h-10 text-river">
                  {other === 'en' ? 'English' : '中文'}
                </button>
              </PostForm>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
