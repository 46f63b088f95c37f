import { Link } from '@remix-run/react'
import { classes } from '~/components/classes'
import { useText } from '~/i18n'

interface StepperProps {
  /** Steps of a long form; one that is done may be gone back to. */
  steps: readonly { label: string; to?: string }[]
  /** From 0. */
  current: number
}

export function Stepper({ steps, current }: StepperProps) {
  const { t } = useText()
  return (
    <nav aria-label={t('common.stepper.label')} className="no-print mb-6">
      <p className="mb-2 text-small text-quiet sm:hidden">
        {t('common.stepper.progress', { step: current + 1, steps: steps.length })}
      </p>
      <ol className="flex flex-wrap gap-x-6 gap-y-1">
        {steps.map((step, index) => (
          <li
            key={step.label}
            aria-current={index === current ? 'step' : undefined}
            className={classes(
              'flex min-h-10 items-center gap-2',
              index === current ? 'font-semibold' : 'max-sm:hidden',
            )}
          >
            <span
              aria-hidden="true"
              className={classes(
                'numbers inline-flex size-6 items-center justify-center rounded-full border text-small',
                index < current && 'border-river bg-river text-on-river',
                index === current && 'border-2 border-river text-river',
                index > current && 'border-edge text-quiet',
              )}
            >
              {index < current ? '✓' : index + 1}
            </span>
            {step.to && index < current ? (
              <Link to={step.to}>{step.label}</Link>
            ) : (
              <span className={classes(index > current && 'text-quiet')}>{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
