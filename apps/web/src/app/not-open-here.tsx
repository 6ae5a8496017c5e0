import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { OpenByLink } from '../features/codesign/open-place.tsx'
import { ButtonLink, PageHeading } from '../ui/index.ts'
import { further } from './further-paths.ts'

/** The key behind the # of a letter's link; taken out of the address at once, so that it is in no history. */
export function useLinkInHash(): string {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [link, setLink] = useState('')
  useEffect(() => {
    if (!hash.includes('.')) return
    setLink(hash.slice(1))
    void navigate(pathname, { replace: true })
  }, [hash, pathname, navigate])
  return link
}

/** For people in the group: open your place, here and now where the letter's link came along. */
export function NotOpenHere({ link = '' }: { link?: string }) {
  const { t } = useTranslation('codesign')
  return (
    <>
      <PageHeading title={t('room.closedTitle')} lead={t('room.closedText')} />
      {link ? (
        <OpenByLink link={link} onOpened={() => undefined} />
      ) : (
        <ButtonLink to={further.myPlace()}>{t('place.open')}</ButtonLink>
      )}
    </>
  )
}
