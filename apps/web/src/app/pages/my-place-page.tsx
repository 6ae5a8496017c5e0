import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { OpenByLink, OpenByWords } from '../../features/codesign/open-place.tsx'
import { useCloseHere, useOwnPlaces } from '../../features/codesign/own-places.queries.ts'
import { OwnPlaces } from '../../features/codesign/own-places.tsx'
import { LeavingMoney } from '../../features/payments/leaving.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Button, Columns, Details, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'

/** What stands behind the # is taken out of the address at once, so that it is in no history that others read. */
function useLinkInHash(): string {
  const { hash } = useLocation()
  const navigate = useNavigate()
  const [link, setLink] = useState('')
  useEffect(() => {
    if (!hash) return
    setLink(hash.slice(1))
    void navigate(further.myPlace(), { replace: true })
  }, [hash, navigate])
  return link
}

/** A resident comes in without an account: with the link of a letter or the words of a slip (CD2). */
export function MyPlacePage() {
  const { t } = useTranslation('codesign')
  const link = useLinkInHash()
  const [opened, setOpened] = useState(false)
  const places = useOwnPlaces()
  const place = usePlace()
  const help = place ? (
    <SideNote title={t('group.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('place.title')} lead={t('place.lead')} />
      <Columns aside={help} asideLabel={t('group.ask')}>
        {opened ? <Notice kind="success" heading={t('place.opened')} focus /> : null}
        {link && !opened ? <OpenByLink link={link} onOpened={() => setOpened(true)} /> : null}
        <Loaded query={places}>
          {({ items }) => <Mine items={items} offered={Boolean(link)} onOpened={setOpened} />}
        </Loaded>
      </Columns>
    </>
  )
}

interface MineProps {
  items: Parameters<typeof OwnPlaces>[0]['places']
  /** A link is being offered, so nobody needs to type. */
  offered: boolean
  onOpened: (opened: boolean) => void
}

function Mine({ items, offered, onOpened }: MineProps) {
  const { t } = useTranslation('codesign')
  const signedIn = useSession().status === 'signed-in'
  const close = useCloseHere()
  if (items.length === 0 && offered) return null
  return (
    <>
      {items.length > 0 ? (
        <OwnPlaces
          places={items}
          roomOf={(groupId) => further.room({ groupId })}
          signedIn={signedIn}
          moneyOf={(groupId) => <LeavingMoney door={{ groupId }} />}
        />
      ) : null}
      {items.length > 0 ? (
        <Details summary={t('place.another')}>
          <OpenByWords onOpened={() => onOpened(true)} />
        </Details>
      ) : (
        <>
          <h2 className="govuk-heading-m">{t('place.bySlip')}</h2>
          <OpenByWords onOpened={() => onOpened(true)} />
        </>
      )}
      {items.length > 0 ? (
        <section>
          <h2 className="govuk-heading-m">{t('place.closeTitle')}</h2>
          <p className="govuk-body">{t('place.closeText')}</p>
          <Button kind="secondary" busy={close.isPending} onClick={() => close.mutate()}>
            {t('place.close')}
          </Button>
        </section>
      ) : null}
    </>
  )
}
