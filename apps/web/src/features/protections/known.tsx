import type { Protection } from '@howcanwe/shared/protections'
import { useTranslation } from 'react-i18next'

interface KnownProps {
  evidence: Protection['evidence']
  lang: string
}

/** What is known, each with how, and where it can be read. */
export function Known({ evidence, lang }: KnownProps) {
  const { t } = useTranslation('protections')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('view.known')}</h2>
      <p className="govuk-hint">{t('view.knownHint')}</p>
      <dl>
        {evidence.map(({ kind, statement, link }) => (
          <div key={`${kind} ${statement}`}>
            <dt className="govuk-body">
              <strong>{t(`kind.${kind}`)}</strong>
            </dt>
            <dd className="govuk-body hcw-pre-line">
              <span lang={lang}>{statement}</span>
              {link ? <Source link={link} /> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Source({ link }: { link: string }) {
  const { t } = useTranslation('protections')
  return (
    <>
      {' '}
      <a className="govuk-link" href={link} rel="noreferrer nofollow ugc">
        {t('view.source')} <span>{t('view.sourceOf', { host: new URL(link).hostname })}</span>
      </a>
    </>
  )
}
