import { useActionData } from '@remix-run/react'
import type { SubmissionResult } from '@conform-to/react'
import { Notice } from '~/components/ui/notice'
import { useText } from '~/i18n'
import { issueText } from './issue-text'

/** The page of an act that has no form of its own: why it was refused. */
export function Refused() {
  const data = useActionData<{ result?: SubmissionResult<string[]> }>()
  const { t } = useText()
  const messages = Object.values(data?.result?.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Notice tone="error" title={t('common.refused')}>
      {messages.map((message) => (
        <p key={message}>{issueText(t, message)}</p>
      ))}
    </Notice>
  )
}
