export { facetNames, listHref, listQuery, pageNumber, readListParams } from '~/domain/kernel/list-url'
