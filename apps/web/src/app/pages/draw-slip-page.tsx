import { recruitmentContract } from '@howcanwe/shared/recruitment'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { DrawSlipView } from '../../features/recruitment/draw-slip.tsx'
import { OpenByWords } from '../../features/recruitment/open-by-words.tsx'
import { useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Link, Loading, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/**
 * Where the link of a letter leads, and the address on a slip: one's own number, chance and outcome. The token is taken out
 * of the address at once; without one the words of a slip open it.
 */
export function DrawSlipPage() {
  const { t } = useTranslation('recruitment')
  const { hash } = useLocation()
  const navigate = useNavigate()
  const place = usePlace()
  const [token, setToken] = useState<string>()
  useEffect(() => {
    setToken((known) => known || hash.slice(1))
    if (hash) void navigate(further.drawSlip(), { replace: true })
  }, [hash, navigate])
  const aside = place ? (
    <SideNote title={t('slip.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('slip.title')} lead={t('slip.lead')} />
      <Columns aside={aside} asideLabel={t('slip.ask')}>
        {token === undefined ? <Loading lines={2} /> : null}
        {token === '' ? <OpenByWords onOpened={setToken} /> : null}
        {token ? <Opened token={token} /> : null}
      </Columns>
    </>
  )
}

function Opened({ token }: { token: string }) {
  const { t } = useTranslation('recruitment')
  const call = useCall()
  const query = useQuery({
    queryKey: ['draw-slip', token],
    queryFn: () => call(recruitmentContract.slip, { body: { token } }),
    retry: false,
    gcTime: 0,
  })
  return (
    <Loaded query={query} lines={4}>
      {(slip) => (
        <DrawSlipView
          slip={slip}
          token={token}
          links={
            <ul className="govuk-list">
              <li>
                <Link className="govuk-link" to={further.draw({ groupId: slip.group.id })}>
                  {t('slip.page')}
                </Link>
              </li>
              {slip.outcome === 'not-drawn' || slip.outcome === 'called-off' ? (
                <li>
                  <Link className="govuk-link" to={paths.groups()}>
                    {t('slip.others')}
                  </Link>
                </li>
              ) : null}
            </ul>
          }
        />
      )}
    </Loaded>
  )
}
