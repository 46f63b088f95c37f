import { useShell } from '~/components/layout/shell-context'

/** The hidden fields of every form that changes something: whose page it is from, and the key that makes sending twice count once. */
export function FormToken({ actKey }: { actKey?: string }) {
  const { formToken } = useShell()
  return (
    <>
      <input type="hidden" name="_token" value={formToken} />
      {actKey && <input type="hidden" name="_key" value={actKey} />}
    </>
  )
}
