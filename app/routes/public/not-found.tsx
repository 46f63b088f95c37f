import { anyone } from '~/domain/kernel/actor'
import { notFound } from '~/domain/kernel/errors'
import { page } from '~/http/page'

export const loader = page(anyone, () => {
  throw notFound()
})

export default function NotFound() {
  return null
}
