import type { ComponentProps, ReactNode } from 'react'
import { Link, type LinkProps } from './link.tsx'

type Kind = 'primary' | 'secondary' | 'warning' | 'quiet'

const classOf = (kind: Kind): string =>
  kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`

export type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  kind?: Kind
  /** While true the button keeps its place and focus but does nothing, so a second tap sends nothing twice. */
  busy?: boolean
}

/** Does something. `type` is 'button' unless said otherwise; one primary button a page. */
export function Button({
  kind = 'primary',
  busy = false,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? 'button' : type}
      className={classOf(kind)}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
    />
  )
}

export type ButtonLinkProps = Omit<LinkProps, 'className'> & { kind?: Kind }

/** Goes somewhere, with the weight of a button. */
export function ButtonLink({ kind = 'primary', ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={classOf(kind)} draggable={false} />
}

/** Buttons and links beside one another, under one another on a phone. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>
}
