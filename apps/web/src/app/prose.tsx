import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Columns, PageHeading } from '../ui/index.ts'

export interface ProseProps {
  /** Where the page's words stand in the catalogue `help`: 'privacy'. */
  page: 'help' | 'accessibility' | 'privacy' | 'decisions'
  /** Sections in order. A blank line in the catalogue starts a paragraph. */
  sections: readonly string[]
  before?: ReactNode
  after?: ReactNode
}

/** A page of plain words: title, one sentence, headed sections. */
export function Prose({ page, sections, before, after }: ProseProps) {
  const { t } = useTranslation('help')
  return (
    <>
      <PageHeading title={t(`${page}.title`)} lead={t(`${page}.lead`)} />
      <Columns>
        {before}
        {sections.map((section) => (
          <section key={section}>
            <h2 className="govuk-heading-m">{t(`${page}.sections.${section}.title`)}</h2>
            {t(`${page}.sections.${section}.text`)
              .split('\n\n')
              .map((paragraph) => (
                <p key={paragraph} className="govuk-body">
                  {paragraph}
                </p>
              ))}
          </section>
        ))}
        {after}
      </Columns>
    </>
  )
}
