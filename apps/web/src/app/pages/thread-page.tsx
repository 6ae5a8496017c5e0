import type { AboutMe, Message, Thread } from '@howcanwe/shared/conversations'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMembers } from '../../features/codesign/codesign.queries.ts'
import {
  useTalk,
  useTalking,
  useThread,
} from '../../features/conversations/conversations.queries.ts'
import { MessageView } from '../../features/conversations/message-view.tsx'
import { SentenceForm } from '../../features/conversations/sentence-form.tsx'
import { TypeFor } from '../../features/conversations/type-for.tsx'
import { WorryChoice } from '../../features/conversations/worry-choice.tsx'
import { WriteBox } from '../../features/conversations/write-box.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, Link, LoadMore, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { TalkClosed } from '../talk-closed.tsx'
import '../../features/conversations/conversations.scss'

/** One conversation: read it, write in it, say that something is wrong with it (CO5). */
export function ThreadPage() {
  const { groupId = '', threadId = '' } = useParams()
  return (
    <Loaded query={useTalk(groupId)} refused={() => <TalkClosed />}>
      {(me) => <Conversation me={me} threadId={threadId} />}
    </Loaded>
  )
}

function Conversation({ me, threadId }: { me: AboutMe; threadId: string }) {
  const query = useThread(me.group.id, threadId)
  const { t } = useTranslation('conversations')
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const [first] = pages
        const items = pages.flatMap((page) => page.items)
        return first ? (
          <>
            <PageHeading title={first.thread.title} caption={me.group.name} />
            <Messages me={me} items={items} />
            {query.hasNextPage ? (
              <LoadMore
                label={t('thread.more')}
                status={t('thread.shown', { shown: items.length, count: first.thread.messages })}
                hasMore
                busy={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            ) : null}
            <Below me={me} thread={first.thread} />
          </>
        ) : null
      }}
    </Loaded>
  )
}

function Messages({ me, items }: { me: AboutMe; items: readonly Message[] }) {
  const { t } = useTranslation('conversations')
  const group = me.group.id
  return (
    <section aria-label={t('thread.messages')}>
      <ol className="hcw-messages">
        {items.map((message) => (
          <li key={message.id}>
            <MessageView
              me={me}
              message={message}
              worry={
                <WorryChoice
                  me={me}
                  message={message}
                  concern={further.worry({}, { group, message: message.id })}
                />
              }
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Below({ me, thread }: { me: AboutMe; thread: Thread }) {
  const { t } = useTranslation('conversations')
  const groupId = me.group.id
  const isOver = thread.closed || me.group.closed
  return (
    <>
      {isOver ? (
        <Notice heading={t(thread.closed ? 'thread.closed' : 'list.groupClosed')}>
          <Link className="govuk-link" to={further.moderation({ groupId })}>
            {t('log.link')}
          </Link>
        </Notice>
      ) : (
        <section aria-labelledby="write">
          <h2 id="write" className="govuk-heading-m">
            {t('write.heading')}
          </h2>
          <WriteBox me={me} threadId={thread.id} />
          {me.runs ? <Typing me={me} threadId={thread.id} /> : null}
        </section>
      )}
      {me.moderates ? <Closing me={me} thread={thread} /> : null}
      <p className="govuk-body">
        <Link className="govuk-link" to={further.threads({ groupId })}>
          {t('thread.back')}
        </Link>
      </p>
    </>
  )
}

function Typing({ me, threadId }: { me: AboutMe; threadId: string }) {
  const members = useMembers(me.group.id)
  const people = (members.data?.items ?? []).map(({ id, firstName, reference }) => ({
    value: id,
    label: `${firstName}, ${reference}`,
  }))
  return <TypeFor me={me} threadId={threadId} people={people} />
}

function Closing({ me, thread }: { me: AboutMe; thread: Thread }) {
  const { t } = useTranslation('conversations')
  const { setClosed } = useTalking(me.group.id)
  return (
    <Details summary={t(thread.closed ? 'closing.openAgain' : 'closing.close')}>
      <SentenceForm
        key={String(thread.closed)}
        label={t('moderate.sentence')}
        hint={t('closing.hint')}
        press={t(thread.closed ? 'closing.openAgain' : 'closing.close')}
        onSend={(sentence) => setClosed(thread.id, { closed: !thread.closed, sentence })}
      />
    </Details>
  )
}
