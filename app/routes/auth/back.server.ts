import { safePath } from '~/http/act'

/** The page that a form of the frame came from, without what was said there before. */
export function backPath(form: FormData, fallback = '/'): string {
  const wanted = form.get('return_to')
  const url = new URL(safePath(typeof wanted === 'string' ? wanted : null, fallback), 'http://site.invalid')
  url.searchParams.delete('said')
  return safePath(url.pathname + url.search, fallback)
}
