import type { Look } from '@howcanwe/shared/consents'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { EmptyState, SummaryList } from '../../ui/index.ts'

const KNOWN = new Set(['codesign.needs', 'interests.voice', 'texts.words'])

/** Who opened something said in confidence, and when; never what it says. */
export function LookList({ looks }: { looks: readonly Look[] }) {
  const { t } = useTranslation('consents')
  const { moment } = useFormats()
  const rows = looks.map((look) => ({
    key: `${look.at.toISOString()} ${look.what}`,
    label: moment(look.at),
    value: <WhoLooked look={look} />,
  }))
  return (
    <section aria-labelledby="looks">
      <h2 id="looks" className="govuk-heading-m">
        {t('looks.title')}
      </h2>
      <p className="govuk-body">{t('looks.lead')}</p>
      {looks.length === 0 ? (
        <EmptyState>{t('looks.empty')}</EmptyState>
      ) : (
        <SummaryList rows={rows} />
      )}
    </section>
  )
}

function WhoLooked({ look }: { look: Look }) {
  const { t } = useTranslation(['consents', 'identity'])
  const { list } = useFormats()
  const name = look.byMe ? t('consents:looks.you') : (look.who ?? t('consents:looks.somebody'))
  const role = list(look.roles.map((one) => t(`identity:roles.${one}`)))
  const who = role && !look.byMe ? t('consents:looks.asRole', { who: name, role }) : name
  const kind = look.what.startsWith('sessions.') ? 'codesign.needs' : look.what
  const what = KNOWN.has(kind) ? kind.replace('.', '_') : 'other'
  return (
    <>
      {t('consents:looks.line', { who, what: t(`consents:looks.what.${what}`) })}
      {look.about ? (
        <>
          <br />
          <span className="hcw-soft">{t('consents:looks.for', { name: look.about })}</span>
        </>
      ) : null}
    </>
  )
}
