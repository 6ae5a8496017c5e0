import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { LeaveStep } from '../../features/codesign/leave-step.tsx'
import { useLeavingPay } from '../../features/payments/leaving.queries.ts'
import { LeavingMoney } from '../../features/payments/leaving.tsx'
import { Columns, Link, Loading, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** The token stands behind the #, so no server, log or referrer sees it; it is taken out of the address at once. */
export function LeaveGroupPage() {
  const { t } = useTranslation('codesign')
  const { hash } = useLocation()
  const navigate = useNavigate()
  const place = usePlace()
  const [token, setToken] = useState<string>()
  useEffect(() => {
    setToken((known) => known || hash.slice(1))
    if (hash) void navigate(paths.leaveGroup(), { replace: true })
  }, [hash, navigate])
  const help = place ? (
    <SideNote title={t('group.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  const others = (
    <Link className="govuk-link" to={paths.groups()}>
      {t('leave.others')}
    </Link>
  )
  return (
    <>
      <PageHeading title={t('leave.title')} lead={t('leave.lead')} />
      <Columns aside={help} asideLabel={t('group.ask')}>
        {token === undefined ? <Loading lines={1} /> : null}
        {token === '' ? <Notice kind="warning" heading={t('leave.incomplete')} /> : null}
        {token ? <Leaving token={token} after={others} /> : null}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.myPart({ part: 'who-looked' })}>
            {t('leave.looked')}
          </Link>{' '}
          <span className="hcw-soft">{t('leave.lookedHint')}</span>
        </p>
      </Columns>
    </>
  )
}

/** First what is still owed, then the button; whoever comes back after leaving sees where their money is. */
function Leaving({ token, after }: { token: string; after: ReactNode }) {
  const { t } = useTranslation('codesign')
  const door = { manageToken: token }
  const { data, isPending } = useLeavingPay(door)
  if (isPending) return <Loading lines={3} />
  return (
    <>
      <LeavingMoney door={door} />
      {data?.left ? (
        <Notice heading={t('leave.done')} />
      ) : (
        <LeaveStep token={token} after={after} />
      )}
    </>
  )
}
