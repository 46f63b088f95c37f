import { feedbackRows } from '~/domain/matching/feedback-rows.server'
import { file } from '~/http/page'
import { mayReadFunnel } from '~/domain/matching/access'

/** The matches that were shown and what became of them, a line each: what `npm run match:eval -- --fit --feedback` reads. */
export const loader = file(mayReadFunnel, async ({ services: { db } }) => {
  const rows = await feedbackRows(db)
  return new Response(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), {
    headers: {
      'Content-Type': 'application/jsonl; charset=utf-8',
      'Content-Disposition': 'attachment; filename="match-feedback.jsonl"',
    },
  })
})
