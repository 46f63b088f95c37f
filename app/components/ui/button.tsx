import { Link } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from '~/components/classes'

export type ButtonLook = 'primary' | 'secondary' | 'grave' | 'quiet'

const looks: Record<ButtonLook, string> = {
  primary: 'border-river bg-river text-on-river hover:bg-river-deep hover:border-river-deep',
  secondary: 'border-river bg-paper text-river hover:bg-river-tint',
  grave: 'border-seal bg-paper text-seal hover:bg-seal-tint',
  quiet: 'border-transparent bg-transparent text-river hover:bg-river-tint',
}

export function buttonClass(look: ButtonLook, extra?: string): string {
  return classes(
    'inline-flex min-h-10 items-center justify-center gap-2 rounded-sm border px-4 py-1.5 text-center',
    'disabled:border-line disabled:bg-ground disabled:text-quiet',
    looks[look],
    extra,
  )
}

interface ButtonProps extends ComponentProps<'button'> {
  /** One primary per page; grave for what cannot be taken back. */
  look?: ButtonLook
}

export function Button({ look = 'secondary', type, className, ...rest }: ButtonProps) {
  // One that carries a name or an address of its own is there to send the form.
  const sends = rest.name !== undefined || rest.formAction !== undefined
  return <button type={type ?? (sends ? 'submit' : 'button')} className={buttonClass(look, className)} {...rest} />
}

interface LinkButtonProps {
  to: string
  look?: ButtonLook
  /** A file to save, or another site: a plain link. */
  plain?: boolean
  className?: string
  children: ReactNode
}

/** Goes somewhere and looks like a button; what changes something is a Button in a form. */
export function LinkButton({ to, look = 'secondary', plain = false, className, children }: LinkButtonProps) {
  const all = classes(buttonClass(look, className), 'no-underline')
  return plain ? (
    <a href={to} data-plain className={all}>
      {children}
    </a>
  ) : (
    <Link to={to} data-plain className={all}>
      {children}
    </Link>
  )
}
