import { type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import {
  useAct,
  useDecisions,
  useLiveGroup,
  usePublished,
} from '../../features/decisions/decisions.queries.ts'
import { Influence } from '../../features/decisions/influence.tsx'
import { PublishedList } from '../../features/decisions/published-list.tsx'
import { EMPTY, type Worded, WordingForm } from '../../features/decisions/wording-form.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Details, EmptyState, Link, PageHeading, Tag } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import '../../features/decisions/decisions.scss'

/** What a group decides: from within with a way to propose, for everybody with counts that give nobody away. */
export function DecisionsPage() {
  const { t } = useTranslation('decisions')
  const { groupId = '' } = useParams()
  const own = useDecisions(groupId)
  const published = usePublished(groupId)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {own.data ? <Within groupId={groupId} {...own.data} /> : null}
      <Loaded query={published}>
        {(found) => (
          <>
            {own.data ? null : found.items.length > 0 ? (
              <PublishedList items={found.items} />
            ) : (
              <EmptyState>{t('none')}</EmptyState>
            )}
            <Influence of={found} />
          </>
        )}
      </Loaded>
      <p className="govuk-body">
        <Link className="govuk-link" to={further.room({ groupId })}>
          {t('back')}
        </Link>
      </p>
    </>
  )
}

const TONES: Partial<Record<Decision['state'], 'pine' | 'caution' | 'quiet'>> = {
  open: 'caution',
  held: 'caution',
  decided: 'pine',
  consented: 'pine',
  kept: 'pine',
}

function Within({ groupId, runs, items }: { groupId: string; runs: boolean; items: Decision[] }) {
  const { t } = useTranslation('decisions')
  useLiveGroup(groupId)
  return (
    <>
      {items.length === 0 ? <EmptyState>{t('noneYet')}</EmptyState> : null}
      <ul className="hcw-decisions">
        {items.map((item) => (
          <li key={item.id}>
            <Link
              className="govuk-link hcw-doors__link"
              to={further.decision({ groupId, decisionId: item.id })}
            >
              {item.versions[0]?.wording.text}
            </Link>
            <p className="govuk-body">
              <Tag tone={TONES[item.state] ?? 'plain'}>{t(`state.${item.state}`)}</Tag>{' '}
              <span className="hcw-soft">{t('from', { bloc: t(`blocs.${item.origin}`) })}</span>
              {item.state === 'open' && item.mine?.may && !item.mine.answer ? (
                <strong> {t('yourTurn')}</strong>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <Raise groupId={groupId} runs={runs} />
    </>
  )
}

function Raise({ groupId, runs }: { groupId: string; runs: boolean }) {
  const { t } = useTranslation('decisions')
  const navigate = useNavigate()
  const raise = useAct((call, body: object) =>
    call(decisionsContract.raise, { params: { groupId }, body: body as Worded }),
  )
  const pick = ({ text, why, options, affects, kind, origin }: Worded) => ({
    ...{ text, why, options, affects, kind },
    ...(runs ? { origin } : {}),
  })
  const onSend = async (body: object) => {
    const made = (await raise.mutateAsync(body)) as Decision
    void navigate(further.decision({ groupId, decisionId: made.id }))
  }
  return (
    <Details summary={t('raise.title')}>
      <p className="govuk-body">{t('raise.text')}</p>
      <WordingForm
        begin={EMPTY}
        schema={decisionsContract.raise.body}
        pick={pick}
        onSend={onSend}
        send={t('raise.send')}
        asks={runs ? ['origin', 'kind'] : ['kind']}
      />
    </Details>
  )
}
