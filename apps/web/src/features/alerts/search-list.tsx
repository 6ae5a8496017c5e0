import { HOWS, type How, type SavedSearch } from '@howcanwe/shared/alerts'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Link, Notice, Select } from '../../ui/index.ts'
import { useSearchChange } from './alerts.queries.ts'

export interface SearchListProps {
  searches: readonly SavedSearch[]
  placeId: string
  /** Where a search shows what it finds now. */
  to: (search: SavedSearch) => string
}

/** One's saved searches: what each finds now, how often one hears of it, and a way to let it go. */
export function SearchList({ searches, placeId, to }: SearchListProps) {
  const { t } = useTranslation(['alerts', 'problems'])
  const change = useSearchChange(placeId)
  return (
    <>
      {change.error ? <Notice kind="warning" heading={sentenceOf(t, change.error)} focus /> : null}
      {change.isSuccess && change.variables.how === null ? (
        <Notice kind="success" heading={t('searches.removed')} focus />
      ) : null}
      {searches.length === 0 ? <p className="govuk-body">{t('searches.none')}</p> : null}
      {searches.map((search) => (
        <section key={search.id} aria-label={search.name}>
          <h3 className="govuk-heading-s">
            <Link className="govuk-link" to={to(search)}>
              {search.name}
            </Link>
          </h3>
          <Select
            name={`how-${search.id}`}
            label={t('searches.how')}
            labelSize="s"
            value={search.how}
            onChange={({ target }) => change.mutate({ id: search.id, how: target.value as How })}
            options={HOWS.map((value) => ({ value, label: t(`hows.${value}`) }))}
          />
          <Button kind="secondary" onClick={() => change.mutate({ id: search.id, how: null })}>
            {t('searches.remove')}
            <span className="govuk-visually-hidden">: {search.name}</span>
          </Button>
        </section>
      ))}
    </>
  )
}
