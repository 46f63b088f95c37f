import { createTransport } from 'nodemailer'
import type { mail } from '#db/schema'
import { render } from './render'

export type MailRow = Pick<
  typeof mail.$inferSelect,
  'messageKey' | 'recipient' | 'subject' | 'body' | 'kind' | 'locale'
>

/** What became of handing a mail to the server. `refused` is final; what is only `late` is worth another try. */
export type Outcome = { is: 'sent' } | { is: 'refused' | 'late'; error: string }

/** Hands mail to an SMTP server. */
export interface Mailer {
  send(row: MailRow): Promise<Outcome>
  close(): void
}

/** How long each step of a conversation with the server may take. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

const preferences = '/workspace/notifications/preferences'

/**
 * @param smtpUrl smtp://user:password@host:587 or smtps://…; see nodemailer's SMTP transport for its parameters.
 * @param from what mail is sent from: an address, or a name with an address in angle brackets.
 * @param site where this product is reached; links in mail lead there.
 */
export function makeMailer({ smtpUrl, from, site }: { smtpUrl: string; from: string; site: string }): Mailer {
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...patience })
  const domain = /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? new URL(site).hostname
  return {
    async send(row) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: row.recipient },
          subject: row.subject,
          // The same for every try: where the answer to a mail was lost, its reader's server can tell the second from a new one.
          messageId: `<${row.messageKey}@${domain}>`,
          ...render(row.body, row.locale, site),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': row.locale,
          },
          ...(row.kind === 'account' ? {} : { list: { unsubscribe: new URL(preferences, site).href } }),
          disableFileAccess: true,
          disableUrlAccess: true,
        })
        return { is: 'sent' }
      } catch (error) {
        return outcomeOf(error as { code?: string; responseCode?: number; message?: string })
      }
    },
    close: () => transport.close(),
  }
}

/** A server that says 5xx about recipient or message will say so again; everything else may be its own trouble, or ours. */
function outcomeOf({
  code,
  responseCode,
  message,
}: {
  code?: string
  responseCode?: number
  message?: string
}): Outcome {
  const final = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { is: final ? 'refused' : 'late', error: (message ?? 'unknown').slice(0, 500) }
}
