import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '~/i18n'

/** Requests to copy, addressed to this very site. */
export function ApiExamples({ site, indicator, year }: { site: string; indicator: string; year: number }) {
  const { t } = useText()
  const api = `${site}/api/v1`
  return (
    <div className="space-y-4">
      <p>{t('about.api.p1')}</p>
      <Example
        words={t('about.api.lists')}
        lines={[
          `curl '${api}/challenges?state=open&field=new_energy&sort=closing'`,
          `curl '${api}/achievements?trl=6&page=2'`,
          `curl '${api}/capabilities?kind=testing'`,
        ]}
      />
      <Example
        words={t('about.api.match')}
        lines={[
          `curl '${api}/match' -H 'Content-Type: application/json' \\`,
          `  -d '${JSON.stringify({ text: t('about.api.sample_text'), limit: 5 })}'`,
        ]}
      />
      <Example
        words={t('about.api.indicator')}
        lines={[
          `curl '${api}/indicators/${indicator}?period=${year}'`,
          `curl '${api}/contracts?period=${year}Q1&flow=output'`,
        ]}
      />
      <Example
        words={
          <>
            {t('about.api.commands')} <Link to="/workspace/tokens">{t('about.api.token')}</Link>
          </>
        }
        lines={[
          `curl '${api}/commands/challenge.create_draft' \\`,
          `  -H "Authorization: Bearer $TOKEN" -H 'Idempotency-Key: 7d0c2a41-3' \\`,
          `  -H 'Content-Type: application/json' -d @challenge.json`,
        ]}
      />
    </div>
  )
}

function Example({ words, lines }: { words: ReactNode; lines: readonly string[] }) {
  return (
    <div>
      <p>{words}</p>
      <pre tabIndex={0} className="panel mt-1 overflow-x-auto px-4 py-3 text-small">
        <code>{lines.join('\n')}</code>
      </pre>
    </div>
  )
}
