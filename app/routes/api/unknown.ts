import { notFound } from '~/domain/kernel/errors'
import { endpoint } from '~/http/endpoint'

const missing = async (): Promise<never> => {
  throw notFound()
}

export const loader = endpoint('GET', missing)
export const action = endpoint('POST', missing)
