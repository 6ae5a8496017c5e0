import type { Practice } from '@howcanwe/shared/practices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Notice } from '../../ui/index.ts'
import { useAdoption } from './practices.queries.ts'

/** How many use it too, and a button for each of the reader's organisations that may say so. */
export function UsedBy({ card }: { card: Practice }) {
  const { t } = useTranslation(['practices', 'problems'])
  const adoption = useAdoption(card.id)
  const [said, setSaid] = useState<{ words: string } | { error: unknown }>()
  const press = (one: Practice['ours'][number]) => () =>
    adoption(one.organisationId, !one.uses).then(
      () => setSaid({ words: t(one.uses ? 'uses.takenBack' : 'uses.thanks', { name: one.name }) }),
      (error: unknown) => setSaid({ error }),
    )
  return (
    <section aria-labelledby="used-by">
      <h2 id="used-by" className="govuk-heading-m">
        {t('uses.title')}
      </h2>
      <p className="govuk-body">{t('uses.count', { count: card.usedBy })}</p>
      {said && 'words' in said ? <Notice kind="success" heading={said.words} focus /> : null}
      {said && 'error' in said ? (
        <Notice kind="warning" heading={sentenceOf(t, said.error)} focus />
      ) : null}
      {card.ours.map((one) => (
        <p key={one.organisationId} className="govuk-body">
          <Button kind="secondary" onClick={press(one)}>
            {t(one.uses ? 'uses.takeBack' : 'uses.say')}{' '}
            <span className="govuk-visually-hidden">{one.name}</span>
          </Button>
          {card.ours.length > 1 ? <span className="hcw-line">{one.name}</span> : null}
        </p>
      ))}
      {card.ours.length > 0 ? <p className="govuk-hint">{t('uses.hint')}</p> : null}
    </section>
  )
}
