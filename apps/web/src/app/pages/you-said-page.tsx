import type { YouSaid } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Counts } from '../../features/suggestions/counts.tsx'
import { Experienced } from '../../features/suggestions/experienced.tsx'
import { HomeworkLine } from '../../features/suggestions/homework-line.tsx'
import { SaidList } from '../../features/suggestions/said-list.tsx'
import { useYouSaid } from '../../features/suggestions/suggestions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, EmptyState, Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'

/** You said, we did: every suggestion of a group and what became of it, for everybody (CD6). */
export function YouSaidPage() {
  const { groupId = '' } = useParams()
  const query = useYouSaid(groupId)
  return <Loaded query={query}>{(found) => <Found found={found} />}</Loaded>
}

function Found({ found }: { found: YouSaid }) {
  const { t } = useTranslation('suggestions')
  const { group, homework, ladder } = found
  return (
    <>
      <PageHeading
        title={t('youSaid.title')}
        caption={t('youSaid.caption', { group: group.name })}
        lead={t('youSaid.lead')}
      />
      {found.items.length === 0 ? (
        <EmptyState>{t('youSaid.empty')}</EmptyState>
      ) : (
        <Counts counts={found.counts} items={found.items} />
      )}
      {homework ? (
        <section aria-labelledby="homework">
          <h2 id="homework" className="govuk-heading-s">
            {t('homework.title')}
          </h2>
          <HomeworkLine homework={homework} />
        </section>
      ) : null}
      {group.shown === group.declared ? null : (
        <Notice
          kind="warning"
          heading={t('gap.overridden', {
            count: group.overrides,
            rung: t(`ladder.${group.shown}`),
          })}
        />
      )}
      <SaidList items={found.items} />
      {ladder ? <Experienced group={group} ladder={ladder} /> : null}
      <Ways group={group} />
    </>
  )
}

function Ways({ group }: { group: YouSaid['group'] }) {
  const { t } = useTranslation('suggestions')
  const groupId = group.id
  return (
    <div className="hcw-no-print">
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={paths.group({ groupId })}>
            {t('youSaid.toGroup')}
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={further.influence({ groupId })}>
            {t('youSaid.toInfluence')}
          </Link>
        </li>
      </ul>
      <Button kind="secondary" onClick={() => window.print()}>
        {t('youSaid.print')}
      </Button>
    </div>
  )
}
