import { comparedRow } from '~/domain/award/compared'
import { ownResult } from '~/domain/award/queries.server'
import { bidPage } from '~/domain/bid/page.server'
import type { Visit } from '~/http/visit.server'

/** What both URLs of the form load: the page, the own result once there is one, and the form's key. */
export async function loadBidPage({ actor, services, params, now, newKey }: Visit) {
  const { page, challenge } = await bidPage(services.db, services.keys, actor, params.number ?? '', now)
  const organizationId = actor.kind === 'person' ? actor.organization?.id : undefined
  const { text } = page
  return {
    page,
    result: page.own && organizationId ? await ownResult(services.db, challenge, organizationId) : null,
    compared: text
      ? challenge.targets.map(
          (target) => comparedRow(target, [text.commitments.find((each) => each.position === target.position)])[0]!,
        )
      : [],
    key: newKey(),
  }
}
