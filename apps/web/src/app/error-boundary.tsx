import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, PageHeading } from '../ui/index.ts'

/** What is drawn when a page breaks: an honest sentence and a way on. */
function Broken() {
  const { t } = useTranslation('layout')
  return (
    <>
      <PageHeading title={t('broken.title')} />
      <p className="govuk-body">{t('broken.text')}</p>
      <Button onClick={() => window.location.reload()}>{t('broken.again')}</Button>
    </>
  )
}

interface Props {
  children: ReactNode
  /** A new address is a new chance. */
  resetKey: string
}
interface State {
  failed: boolean
  resetKey: string
}

/** Keeps a broken page from taking header and footer with it: the way to a person stays on the screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, resetKey: props.resetKey }
  }

  override render(): ReactNode {
    return this.state.failed ? <Broken /> : this.props.children
  }
}
