import { introductionsContract, type OwnIntroduction } from '@howcanwe/shared/introductions'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import {
  type OwnActs,
  OwnIntroductionView,
} from '../../features/introductions/own-introduction.tsx'
import { useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Loading, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'

interface Followed {
  token: string
  leaning: 'yes' | 'no' | undefined
}

function followedIn(hash: string): Followed {
  const [token = '', leaning] = hash.slice(1).split('.')
  return { token, leaning: leaning === 'yes' || leaning === 'no' ? leaning : undefined }
}

/**
 * Where a letter's links lead. The token stands behind the #, is taken out of the address at once, and opening the page
 * answers nothing: mail scanners open links.
 */
export function IntroductionLinkPage() {
  const { t } = useTranslation('introductions')
  const { hash } = useLocation()
  const navigate = useNavigate()
  const place = usePlace()
  const [followed, setFollowed] = useState<Followed>()
  useEffect(() => {
    setFollowed((known) => (known?.token ? known : followedIn(hash)))
    if (hash) void navigate(further.introductionLink(), { replace: true })
  }, [hash, navigate])
  const help = place ? (
    <SideNote title={t('mine.ask')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('link.title')} lead={t('link.lead')} />
      <Columns aside={help} asideLabel={t('mine.ask')}>
        {followed === undefined ? <Loading lines={2} /> : null}
        {followed?.token === '' ? <Notice kind="warning" heading={t('link.incomplete')} /> : null}
        {followed?.token ? <Followed {...followed} /> : null}
      </Columns>
    </>
  )
}

function Followed({ token, leaning }: Followed) {
  const { t } = useTranslation('introductions')
  const call = useCall()
  const query = useQuery({
    queryKey: ['introduction-link', token],
    queryFn: () => call(introductionsContract.byLink, { body: { token } }),
    retry: false,
    gcTime: 0,
  })
  const [after, setAfter] = useState<OwnIntroduction>()
  const acts: OwnActs = {
    answer: async (said) =>
      setAfter(await call(introductionsContract.answerByLink, { body: { token, said } })),
    say: async (said) =>
      setAfter(await call(introductionsContract.sayByLink, { body: { token, said } })),
  }
  return (
    <Loaded query={query} lines={5}>
      {(before) => (
        <>
          {after ? <Notice kind="success" heading={t('link.done')} focus /> : null}
          <OwnIntroductionView item={after ?? before} acts={acts} leaning={leaning} />
        </>
      )}
    </Loaded>
  )
}
