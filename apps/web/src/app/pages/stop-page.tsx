import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { StopStep } from '../../features/alerts/stop-step.tsx'
import { Link, Loading, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'

/** Where the foot of a letter leads. The token stands behind the #, and is taken out of the address at once. */
export function StopPage() {
  const { t } = useTranslation('alerts')
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [token, setToken] = useState<string>()
  useEffect(() => {
    setToken((known) => known || hash.slice(1))
    if (hash) void navigate(further.stop(), { replace: true })
  }, [hash, navigate])
  const choose = (
    <p className="govuk-body">
      <Link className="govuk-link" to={paths.myPart({ part: 'hearing' })}>
        {t('stop.choose')}
      </Link>
    </p>
  )
  return (
    <>
      <PageHeading title={t('stop.title')} />
      {token === undefined ? <Loading lines={2} /> : null}
      {token === '' ? <Notice kind="warning" heading={t('stop.incomplete')} /> : null}
      {token ? <StopStep token={token} after={choose} /> : null}
    </>
  )
}
