import { useTranslation } from 'react-i18next'
import { isProblem } from '../lib/errors.ts'
import { ButtonLink, PageHeading } from '../ui/index.ts'
import { paths } from './paths.ts'

/** For `Loaded`: a group that does not draw says so and leads to its page, where one may join at once. */
export const noDrawHere = (groupId: string) => (error: unknown) =>
  isProblem(error, 'recruitment.none') ? <NoDrawHere groupId={groupId} /> : null

function NoDrawHere({ groupId }: { groupId: string }) {
  const { t } = useTranslation('recruitment')
  return (
    <>
      <PageHeading title={t('none.title')} lead={t('none.text')} />
      <ButtonLink to={paths.group({ groupId })}>{t('none.go')}</ButtonLink>
    </>
  )
}
