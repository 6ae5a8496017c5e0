import type { AboutMe } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useMembers } from '../../features/codesign/codesign.queries.ts'
import { useTalk, useThreads } from '../../features/conversations/conversations.queries.ts'
import {
  Hearing,
  NameModerator,
  WhoLooksAfter,
} from '../../features/conversations/looking-after.tsx'
import { ThreadList } from '../../features/conversations/thread-list.tsx'
import { WriteBox } from '../../features/conversations/write-box.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, Details, Link, LoadMore, PageHeading, SideNote } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { TalkClosed } from '../talk-closed.tsx'

/** What a group talks about, for who takes part and who runs it (CO5). */
export function ThreadsPage() {
  const { groupId = '' } = useParams()
  return (
    <Loaded query={useTalk(groupId)} refused={() => <TalkClosed />}>
      {(me) => <Talk me={me} />}
    </Loaded>
  )
}

function Talk({ me }: { me: AboutMe }) {
  const { t } = useTranslation('conversations')
  const navigate = useNavigate()
  const groupId = me.group.id
  const to = (threadId: string) => further.thread({ groupId, threadId })
  const aside = (
    <SideNote title={t('after.title')}>
      <WhoLooksAfter me={me} />
      <Links me={me} />
      <Hearing me={me} />
    </SideNote>
  )
  return (
    <>
      <PageHeading title={t('list.title')} caption={me.group.name} lead={t('list.lead')} />
      <Columns aside={aside} asideLabel={t('after.title')}>
        <List groupId={groupId} to={to} />
        {me.group.closed ? (
          <p className="govuk-body">{t('list.groupClosed')}</p>
        ) : (
          <Details summary={t('list.begin')}>
            <WriteBox me={me} onSent={(threadId) => void navigate(to(threadId))} />
          </Details>
        )}
        {me.runs ? <Naming me={me} /> : null}
        <p className="govuk-body">
          <Link className="govuk-link" to={further.room({ groupId })}>
            {t('back')}
          </Link>
        </p>
      </Columns>
    </>
  )
}

function List({ groupId, to }: { groupId: string; to: (id: string) => string }) {
  const { t } = useTranslation('conversations')
  const threads = useThreads(groupId)
  return (
    <Loaded query={threads} lines={3}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        if (items.length === 0) return <p className="govuk-body">{t('list.none')}</p>
        return (
          <>
            <ThreadList items={items} to={to} />
            {threads.hasNextPage ? (
              <LoadMore
                label={t('list.more')}
                status={t('list.shown', { count: items.length })}
                hasMore
                busy={threads.isFetchingNextPage}
                onMore={() => void threads.fetchNextPage()}
              />
            ) : null}
          </>
        )
      }}
    </Loaded>
  )
}

function Links({ me }: { me: AboutMe }) {
  const { t } = useTranslation('conversations')
  const groupId = me.group.id
  return (
    <ul className="govuk-list">
      <li>
        <Link className="govuk-link" to={further.moderation({ groupId })}>
          {t('log.link')}
        </Link>
      </li>
      {me.moderates ? (
        <li>
          <Link className="govuk-link" to={further.reports({ groupId })}>
            {t('reports.link', { count: me.openReports })}
          </Link>
        </li>
      ) : null}
      <li>
        <Link className="govuk-link" to={further.worry({}, { group: groupId })}>
          {t('worry.link')}
        </Link>
      </li>
    </ul>
  )
}

function Naming({ me }: { me: AboutMe }) {
  const members = useMembers(me.group.id)
  const people = (members.data?.items ?? []).map(({ id, firstName, reference }) => ({
    value: id,
    label: `${firstName}, ${reference}`,
  }))
  return <NameModerator me={me} people={people} />
}
