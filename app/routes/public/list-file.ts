import { anyone } from '~/domain/kernel/actor'
import { page } from '~/http/page'
import { listFile } from '~/lists/list-file.server'

export const loader = page(anyone, listFile)
