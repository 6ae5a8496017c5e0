import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { LinkStep } from '../../features/identity/link-step.tsx'
import { Loading, Notice, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'

/** The token stands behind the #, so no server, log or referrer sees it; it is taken out of the address at once. */
export function SignInLinkPage() {
  const { t } = useTranslation('identity')
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [token, setToken] = useState<string>()
  useEffect(() => {
    setToken((known) => known ?? hash.slice(1))
    if (hash) void navigate(paths.signInLink(), { replace: true })
  }, [hash, navigate])
  return (
    <>
      <PageHeading title={t('link.title')} lead={t('link.lead')} />
      {token === undefined ? <Loading lines={1} /> : null}
      {token === '' ? <Notice kind="warning" heading={t('link.incomplete')} /> : null}
      {token ? (
        <LinkStep token={token} onSignedIn={() => navigate(paths.welcome(), { replace: true })} />
      ) : null}
    </>
  )
}
