import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice } from '../../ui/index.ts'

/** A button that does one thing, and says beside it what was refused. */
export function Press({
  onPress,
  about,
  kind = 'secondary',
  pressed,
  children,
}: {
  onPress: () => Promise<unknown>
  /** Read aloud after the words on the button, so that no two sound alike. */
  about?: string
  kind?: 'primary' | 'secondary'
  pressed?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('problems')
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false })
  const press = async () => {
    setState({ busy: true })
    try {
      await onPress()
      setState({ busy: false })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <>
      {state.error ? <Notice kind="warning" heading={sentenceOf(t, state.error)} focus /> : null}
      <Button kind={kind} busy={state.busy} aria-pressed={pressed} onClick={press}>
        {children} {about ? <span className="govuk-visually-hidden">{about}</span> : null}
      </Button>
    </>
  )
}
