import { useTranslation } from 'react-i18next'
import { ButtonLink, PageHeading } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** To whoever has no place in the group open here. */
export function TalkClosed() {
  const { t } = useTranslation('conversations')
  return (
    <>
      <PageHeading title={t('closed.title')} lead={t('closed.text')} />
      <ButtonLink to={further.myPlace()}>{t('closed.open')}</ButtonLink>
    </>
  )
}
