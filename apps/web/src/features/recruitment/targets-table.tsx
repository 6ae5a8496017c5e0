import type { PublicFeature, Recruitment } from '@howcanwe/shared/recruitment'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { type Column, Table } from '../../ui/index.ts'

/** How many of an answer are wanted, in words. */
function useWanted(seats: number) {
  const { t } = useTranslation('recruitment')
  return (min: number, max: number): string => {
    if (min === 0 && max >= seats) return t('targets.any')
    if (max >= seats) return t('targets.atLeast', { min })
    return min === 0 ? t('targets.atMost', { max }) : t('targets.range', { min, max })
  }
}

/** What is said beside an answer: that it is looked after first, that too few came, what became of the target. */
function useNotes(seats: number) {
  const { t } = useTranslation('recruitment')
  const wanted = useWanted(seats)
  return ({ leastServed, short, keptMin, keptMax, min, max }: PublicFeature): string[] => [
    ...(leastServed ? [t('targets.leastServed')] : []),
    ...(short ? [t('targets.short')] : []),
    ...(keptMin !== null || keptMax !== null
      ? [t('targets.kept', { wanted: wanted(keptMin ?? min, keptMax ?? max) })]
      : []),
  ]
}

/** Who should be in the group, question by question; counts once names are closed. */
export function TargetsTable({ recruitment }: { recruitment: Recruitment }) {
  const { t } = useTranslation('recruitment')
  const { number } = useFormats()
  const { seats, state } = recruitment
  const wanted = useWanted(seats)
  const notesOf = useNotes(seats)
  const counted = (key: 'applied' | 'chance' | 'drawn'): Column<PublicFeature> => ({
    key,
    heading: t(`targets.${key}`),
    numeric: true,
    cell: (one) => (one[key] === null ? t('targets.hidden') : number(one[key])),
  })
  const columns: Column<PublicFeature>[] = [
    { key: 'name', heading: t('targets.feature'), cell: ({ name }) => name },
    {
      key: 'wanted',
      heading: t('targets.wanted'),
      cell: (one) => [wanted(one.min, one.max), ...notesOf(one)].join('; '),
    },
    ...(state === 'open' ? [] : [counted('applied'), counted('chance')]),
    ...(state === 'drawn' || state === 'confirmed' ? [counted('drawn')] : []),
  ]
  return (
    <section>
      <h2 className="govuk-heading-m">{t('targets.title')}</h2>
      <p className="govuk-body hcw-soft">{t('targets.lead', { seats })}</p>
      {recruitment.categories.map(({ name, special, features }) => (
        <div key={name}>
          <Table caption={name} columns={columns} rows={features} rowKey={(one) => one.name} />
          {special ? <p className="govuk-body hcw-soft">{t('targets.special')}</p> : null}
        </div>
      ))}
    </section>
  )
}
