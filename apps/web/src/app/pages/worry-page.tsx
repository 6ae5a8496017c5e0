import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ConcernForm } from '../../features/concerns/concern-form.tsx'
import { Emergency } from '../../features/concerns/emergency.tsx'
import { PageHeading } from '../../ui/index.ts'
import { usePlace } from '../place.ts'

const UUID = /^[0-9a-f-]{36}$/

/** Somebody may be at risk: numbers first, then a form that asks for no name. Anybody may use it. */
export function WorryPage() {
  const { t } = useTranslation('concerns')
  const [search] = useSearchParams()
  const placeId = usePlace()?.id ?? ''
  const [group = '', message = ''] = [search.get('group') ?? '', search.get('message') ?? '']
  const seen = {
    ...(UUID.test(group) ? { groupId: group } : {}),
    ...(UUID.test(group) && UUID.test(message) ? { messageId: message } : {}),
  }
  return (
    <>
      <PageHeading title={t('title')} lead={t('intro')} />
      <Emergency placeId={placeId} />
      <section aria-labelledby="tell">
        <h2 id="tell" className="govuk-heading-m">
          {t('form.title')}
        </h2>
        {seen.messageId ? <p className="govuk-body">{t('form.withMessage')}</p> : null}
        {placeId ? <ConcernForm placeId={placeId} seen={seen} /> : null}
      </section>
    </>
  )
}
