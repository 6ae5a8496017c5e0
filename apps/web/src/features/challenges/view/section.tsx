import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** One headed part of the notice; nothing where there is nothing to say. */
export function Section({
  title,
  id,
  children,
}: {
  title: string
  id?: string
  children: ReactNode
}) {
  return (
    <section id={id} className="hcw-part">
      <h2 className="hcw-part__title">{title}</h2>
      {children}
    </section>
  )
}

/** Words somebody wrote, with their own line breaks. */
export function Written({ children, lang }: { children: string; lang?: string }) {
  const { t } = useTranslation('challenges')
  if (children === '') return <p className="govuk-body hcw-soft">{t('notWritten')}</p>
  return (
    <p className="govuk-body hcw-pre-line" lang={lang}>
      {children}
    </p>
  )
}
