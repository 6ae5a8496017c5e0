import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useUiWords } from './words.tsx'

export interface NoticeProps {
  kind?: 'info' | 'success' | 'warning'
  /** The sentence that matters. */
  heading?: ReactNode
  children?: ReactNode
  /** Takes focus when it appears: for the answer to something a person just did. */
  focus?: boolean
}

/** A banner in the page. Success and warning are also announced. */
export function Notice({ kind = 'info', heading, children, focus = false }: NoticeProps) {
  const words = useUiWords()
  const id = useId()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [focus])
  return (
    <section
      ref={box}
      className={`hcw-banner hcw-banner--${kind}`}
      aria-labelledby={id}
      tabIndex={focus ? -1 : undefined}
    >
      <p id={id} className="hcw-banner__kind">
        {words[kind]}
      </p>
      <div role={kind === 'info' ? undefined : 'status'}>
        {heading ? <p className="hcw-banner__heading">{heading}</p> : null}
        {children}
      </div>
    </section>
  )
}
