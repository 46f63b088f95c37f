/** Why something is refused: a text key of the area, `<area>.refusal.<reason>`. */
export type Reason = `${string}.refusal.${string}`

/** The answer of an access function. `hidden` refusals look like a thing that does not exist. */
export type Decision = { yes: true } | { yes: false; reason: Reason; hidden: boolean }

export const yes: Decision = { yes: true }
export const no = (reason: Reason): Decision => ({ yes: false, reason, hidden: false })
/** Refused, and the reader may not know that the thing exists. */
export const hidden: Decision = { yes: false, reason: 'errors.refusal.hidden', hidden: true }

/** The first refusal of several questions, or yes. Later questions are not asked. */
export function all(...questions: (() => Decision)[]): Decision {
  for (const question of questions) {
    const answer = question()
    if (!answer.yes) return answer
  }
  return yes
}
