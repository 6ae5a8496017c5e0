import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useOpenQuestions } from '../../features/challenges/board.queries.ts'
import { Board } from '../../features/challenges/board.tsx'
import '../../features/challenges/challenges.scss'
import { SearchBox } from '../../features/challenges/search-box.tsx'
import { GroupList } from '../../features/codesign/group-list.tsx'
import { useGroups } from '../../features/codesign/groups.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Link, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

const ON_THE_BOARD = 3
const GROUPS = 3

/** The place's home (PL1): what it is, what it asks, who to meet and who to speak to. */
export function HomePage() {
  const { t } = useTranslation(['home', 'challenges'])
  const navigate = useNavigate()
  const place = usePlace()
  const contact = place ? (
    <SideNote title={t('contact')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <div className="hcw-home-top">
        <PageHeading
          size="xl"
          title={place ? t('title', { place: place.name }) : t('titleBare')}
          lead={place?.introduction}
        />
        <SearchBox
          action={paths.challenges()}
          onSearch={(q) => navigate(paths.challenges({}, { q }))}
        />
      </div>
      <section>
        <h2 className="govuk-heading-l">{t('open')}</h2>
        <p className="govuk-body">{t('how')}</p>
        <OpenNow />
      </section>
      <section className="hcw-home-groups">
        <Columns aside={contact} asideLabel={t('contact')}>
          <h2 className="govuk-heading-l">{t('groups')}</h2>
          <p className="govuk-body">{t('groupsText')}</p>
          <SomeGroups placeId={place?.id} />
          <p className="govuk-body">
            <Link to={paths.groups()}>{t('groupsLink')}</Link>
          </p>
        </Columns>
      </section>
    </>
  )
}

function OpenNow() {
  const { t } = useTranslation(['home', 'challenges'])
  const past = <Link to={paths.challenges({}, { which: 'past' })}>{t('past')}</Link>
  return (
    <Loaded query={useOpenQuestions(ON_THE_BOARD)} lines={5}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState action={past}>{t('challenges:empty.open')}</EmptyState>
        ) : (
          <>
            <Board challenges={items} to={({ slug }) => paths.challenge({ slug })} />
            <p className="govuk-body hcw-home-all">
              <Link to={paths.challenges()}>{t('all')}</Link>
            </p>
          </>
        )
      }
    </Loaded>
  )
}

/** The groups that meet next; the sentence above is enough where there are none. */
function SomeGroups({ placeId }: { placeId: string | undefined }) {
  const { data } = useGroups(placeId)
  if (!data || data.items.length === 0) return null
  return (
    <GroupList
      level={3}
      groups={data.items.slice(0, GROUPS)}
      to={(group) => paths.group({ groupId: group.id })}
    />
  )
}
