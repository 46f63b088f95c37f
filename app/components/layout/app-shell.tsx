import type { ReactNode } from 'react'
import { TextProvider, useText } from '~/i18n'
import { DemoBar } from './demo-bar'
import type { Shell } from './shell'
import { ShellContext } from './shell-context'
import { SiteFooter } from './site-footer'
import { SiteHeader } from './site-header'

/** The frame of every page. */
export function AppShell({ shell, children }: { shell: Shell; children: ReactNode }) {
  return (
    <TextProvider locale={shell.locale}>
      <ShellContext.Provider value={shell}>
        <SkipLink />
        {shell.demo && <DemoBar demo={shell.demo} person={shell.person} />}
        <SiteHeader shell={shell} />
        <main id="main" tabIndex={-1} className="page pt-6 outline-none lg:pt-8">
          {children}
        </main>
        <SiteFooter shell={shell} />
      </ShellContext.Provider>
    </TextProvider>
  )
}

function SkipLink() {
  const { t } = useText()
  return (
    <a href="#main" className="sr-only bg-paper px-4 py-2 focus:not-sr-only focus:absolute focus:z-30">
      {t('common.nav.skip')}
    </a>
  )
}
