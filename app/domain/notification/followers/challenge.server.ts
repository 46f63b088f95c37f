import { staffApartFrom, telling, toldChallenge } from './telling.server'

/** Reviewers are told that something waits, not what: before publication a statement is nobody else's, and mail is an open letter. */
export const tellReviewers = telling(async (tell, event, tx) => {
  const { id, organizationId, createdBy } = await toldChallenge(tx, event.subject.id)
  for (const personId of await staffApartFrom(tx, 'reviewer', organizationId)) {
    if (personId === createdBy) continue
    await tell({
      kind: 'challenge_to_review',
      to: { personId },
      subject: { type: 'challenge', id },
      params: {},
      path: '/admin/challenges',
    })
  }
})

export const tellReturned = telling(async (tell, event, tx) => {
  const { id, organizationId, subject, params } = await toldChallenge(tx, event.subject.id)
  await tell({
    kind: 'challenge_returned',
    to: { organizationId },
    subject,
    params: { title: params.title },
    path: `/workspace/challenges/${id}`,
  })
})

export const tellPublished = telling(async (tell, event, tx) => {
  const { organizationId, subject, params, path } = await toldChallenge(tx, event.subject.id)
  await tell({ kind: 'challenge_published', to: { organizationId }, subject, params, path })
})

export const tellClosed = telling(async (tell, event, tx) => {
  const { organizationId, subject, params, path } = await toldChallenge(tx, event.subject.id)
  await tell({ kind: 'challenge_closed', to: { organizationId }, subject, params, path })
})
