import { introductionsContract, type OwnIntroduction } from '@howcanwe/shared/introductions'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useOwnIntroductions } from '../../features/introductions/introductions.queries.ts'
import { OwnIntroductionView } from '../../features/introductions/own-introduction.tsx'
import { keyOf, useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { AgreementDoor } from '../agreement-door.tsx'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** What my organisations were asked about, and whom they met (J-11). */
export function IntroductionsPage() {
  const { t } = useTranslation('introductions')
  const place = usePlace()
  return (
    <SignedIn roles={['member']}>
      <PageHeading title={t('mine.title')} lead={t('mine.lead')} />
      <Columns
        asideLabel={t('mine.ask')}
        aside={
          place ? (
            <SideNote title={t('mine.ask')}>
              <Contact contact={place.contact} />
            </SideNote>
          ) : undefined
        }
      >
        <Mine />
      </Columns>
    </SignedIn>
  )
}

function Mine() {
  const { t } = useTranslation('introductions')
  const map = (
    <Link className="govuk-link" to={further.map()}>
      {t('mine.map')}
    </Link>
  )
  return (
    <Loaded query={useOwnIntroductions()} lines={5}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState action={map}>{t('mine.empty')}</EmptyState>
        ) : (
          items.map((item) => <Own key={`${item.id} ${item.own.id}`} item={item} />)
        )
      }
    </Loaded>
  )
}

function Own({ item }: { item: OwnIntroduction }) {
  const call = useCall()
  const client = useQueryClient()
  const params = { introductionId: item.id }
  const fresh = () => client.invalidateQueries({ queryKey: keyOf(introductionsContract.mine) })
  const acts = {
    answer: async (said: Parameters<Acts['answer']>[0]) => {
      await call(introductionsContract.answer, { params, body: { said } })
      await fresh()
    },
    say: async (body: Parameters<Acts['say']>[0]) => {
      await call(introductionsContract.say, { params, body })
      await fresh()
    },
    takeBack: async () => {
      await call(introductionsContract.takeBack, { params, body: {} })
      await fresh()
    },
  }
  return (
    <>
      <OwnIntroductionView item={item} acts={acts} />
      {item.state === 'together' ? (
        <AgreementDoor
          from="introduction"
          fromId={item.id}
          organisationId={item.own.id}
          other={item.other.name}
        />
      ) : null}
    </>
  )
}
type Acts = Parameters<typeof OwnIntroductionView>[0]['acts']
