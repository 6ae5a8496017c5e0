import type { YouSaid } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { Table } from '../../ui/index.ts'

type Line = NonNullable<YouSaid['ladder']>[number]

/** Where each voice says the group stood, beside what was promised (CD8, M24). */
export function Experienced({
  group,
  ladder,
}: {
  group: YouSaid['group']
  ladder: readonly Line[]
}) {
  const { t } = useTranslation('suggestions')
  const gapOf = (gap: number) => {
    const rungs = t('gap.rungs', { count: Math.abs(gap) })
    return gap < 0 ? t('gap.more', { rungs }) : rungs
  }
  return (
    <section aria-labelledby="gap">
      <h2 id="gap" className="govuk-heading-m">
        {t('gap.title')}
      </h2>
      <p className="govuk-body">{t('gap.text')}</p>
      <p className="govuk-body">
        <strong>{t('gap.promised', { rung: t(`ladder.${group.declared}`) })}</strong>
      </p>
      <Table
        caption={t('gap.title')}
        captionHidden
        rows={ladder}
        rowKey={({ bloc }) => bloc ?? 'all'}
        columns={[
          {
            key: 'voice',
            heading: t('gap.voice'),
            cell: ({ bloc }) => t(`blocs.${bloc ?? 'all'}`),
          },
          {
            key: 'lived',
            heading: t('gap.lived'),
            cell: ({ median }) => (median ? t(`ladder.${median}`) : t('gap.few')),
          },
          {
            key: 'gap',
            heading: t('gap.gap'),
            cell: ({ gap }) => (gap === null ? '–' : gapOf(gap)),
          },
          {
            key: 'people',
            heading: t('gap.people'),
            numeric: true,
            cell: ({ people }) => people ?? '–',
          },
        ]}
      />
    </section>
  )
}
