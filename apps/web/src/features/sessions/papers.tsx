import type { Paper, SessionInside } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Details, Tag } from '../../ui/index.ts'
import './sessions.scss'

/** What to read beforehand, in plain words. Late papers say so: what they are about is not decided here. */
export function Papers({ session }: { session: SessionInside }) {
  const { t } = useTranslation('sessions')
  const { date } = useFormats()
  const { papers, papersDueAt } = session
  const when = papersDueAt && papersDueAt.getTime() <= Date.now() ? 'over' : 'due'
  return (
    <section aria-labelledby="papers">
      <h2 id="papers" className="govuk-heading-m">
        {t('papers.title')}
      </h2>
      <p className="govuk-body hcw-soft">
        {papersDueAt ? t(`papers.${when}`, { date: date(papersDueAt) }) : t('papers.rule')}
      </p>
      {papers.length === 0 ? <p className="govuk-body">{t('papers.none')}</p> : null}
      {papers.map((paper) => (
        <OnePaper key={paper.id} paper={paper} />
      ))}
    </section>
  )
}

function OnePaper({ paper }: { paper: Paper }) {
  const { t } = useTranslation('sessions')
  return (
    <article className="hcw-paper-card">
      <h3 className="govuk-heading-s">{paper.title}</h3>
      {paper.inTime ? null : (
        <p className="govuk-body">
          <Tag tone="caution">{t('papers.late')}</Tag>
        </p>
      )}
      <p className="govuk-body hcw-lines">{paper.summary}</p>
      {paper.body ? (
        <Details summary={t('papers.whole', { title: paper.title })}>
          <p className="govuk-body hcw-lines">{paper.body}</p>
        </Details>
      ) : null}
      {paper.link ? (
        <p className="govuk-body">
          <a className="govuk-link" href={paper.link} rel="noreferrer">
            {t('papers.link', { title: paper.title })}
          </a>
        </p>
      ) : null}
      {paper.readingAge === null ? null : (
        <p className="govuk-body hcw-soft">{t('papers.age', { age: paper.readingAge })}</p>
      )}
    </article>
  )
}
