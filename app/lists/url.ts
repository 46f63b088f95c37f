export { facetNames, listHref, listQuery, readListParams } from '~/domain/kernel/list-url'
