import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { EmptyState, Link, Table, Tag } from '../../ui/index.ts'
import { useAnswerClocks } from './cohorts.queries.ts'
import { lastMomentOf } from './last-day.ts'

export interface AnswerClocksProps {
  placeId: string
  /** The public page of a challenge. */
  linkTo: (slug: string) => string
}

/** For the broker: which promised answers come in time. Nothing of what anybody wrote. Needs `cohorts+clocks`. */
export function AnswerClocks({ placeId, linkTo }: AnswerClocksProps) {
  const { t } = useTranslation('cohorts')
  const { shortDate } = useFormats()
  return (
    <Loaded query={useAnswerClocks(placeId)}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('clocks.none')}</EmptyState>
        ) : (
          <Table
            caption={t('clocks.caption')}
            rowKey={(one) => `${one.kind}:${one.challenge.id}:${one.dueAt.toISOString()}`}
            rows={items}
            columns={[
              {
                key: 'challenge',
                heading: t('clocks.challenge'),
                cell: (one) => (
                  <Link to={linkTo(one.challenge.slug)}>{one.challenge.question}</Link>
                ),
              },
              { key: 'kind', heading: t('clocks.what'), cell: (one) => t(`clocks.${one.kind}`) },
              {
                key: 'due',
                heading: t('clocks.due'),
                cell: (one) => shortDate(lastMomentOf(one.dueAt)),
              },
              {
                key: 'state',
                heading: t('clocks.state'),
                cell: (one) => (
                  <Tag tone={one.late ? 'caution' : 'quiet'}>
                    {t(`clocks.${one.answeredAt ? 'done' : 'waits'}${one.late ? 'Late' : ''}`)}
                  </Tag>
                ),
              },
            ]}
          />
        )
      }
    </Loaded>
  )
}
