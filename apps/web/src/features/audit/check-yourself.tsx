import { useTranslation } from 'react-i18next'
import program from '../../../../../packages/verifier/verify-trail.mjs?url'

/** How anybody checks a record without trusting this site. */
export function CheckYourself({ slug }: { slug: string }) {
  const { t } = useTranslation('audit')
  return (
    <section>
      <h2 className="govuk-heading-m">{t('check.title')}</h2>
      <p className="govuk-body">{t('check.text')}</p>
      <ol className="govuk-list govuk-list--number">
        <li>{t('check.ask')}</li>
        <li>{t('check.saved')}</li>
        <li>
          {t('check.program')}{' '}
          <a className="govuk-link" href={program} download="verify-trail.mjs">
            {t('check.programLink')}
          </a>
          . {t('check.programText')}
        </li>
        <li>
          {t('check.run')}{' '}
          <code>{`node verify-trail.mjs ${slug}-trail.jsonl ${slug}-checkpoints.json`}</code>
        </li>
      </ol>
      <p className="govuk-body">
        {t('check.key')} <code>--key public.pem</code>
      </p>
      <p className="govuk-body">{t('check.end')}</p>
    </section>
  )
}
