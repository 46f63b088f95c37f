import { DomainError } from '~/domain/kernel/errors'

/** A command's refusal because its subject is not there any more: the job came late and has nothing to do. Anything else is thrown. */
export function gone(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'not_found')) throw error
}
