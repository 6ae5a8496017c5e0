import type { Practice } from '@howcanwe/shared/practices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, ButtonGroup, Details, fieldId, Notice, Tag, TextField } from '../../ui/index.ts'
import { PracticeForm, type ThemesPicker } from './practice-form.tsx'
import { PracticeView } from './practice-view.tsx'
import { usePractices } from './practices.queries.ts'

/** One of our own cards: read it, change it, show it to everybody, or say that we no longer do it. */
export function OurCard({ card, themesField }: { card: Practice; themesField: ThemesPicker }) {
  const { t } = useTranslation(['practices', 'problems'])
  const acts = usePractices(card.organisation.id)
  const [changing, setChanging] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const press = (work: () => Promise<void>) => () => {
    setError(undefined)
    work().catch(setError)
  }
  const name = `reason-${card.id}`
  return (
    <section aria-label={card.title}>
      <h2 className="govuk-heading-m">{card.title}</h2>
      <p className="govuk-body">
        <Tag tone={card.state === 'listed' ? 'pine' : 'quiet'}>{t(`states.${card.state}`)}</Tag>
      </p>
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      {changing ? (
        <PracticeForm
          organisationId={card.organisation.id}
          card={card}
          themesField={themesField}
          onSaved={() => setChanging(false)}
          onCancel={() => setChanging(false)}
        />
      ) : (
        <PracticeView card={card} />
      )}
      {card.usedBy > 0 ? (
        <p className="govuk-body">{t('uses.count', { count: card.usedBy })}</p>
      ) : null}
      {card.can.change && !changing ? (
        <ButtonGroup>
          {card.state === 'draft' ? (
            <Button onClick={press(() => acts.publish(card.id))}>{t('publish')}</Button>
          ) : null}
          <Button kind="secondary" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        </ButtonGroup>
      ) : null}
      {card.state === 'listed' ? (
        <Details summary={t('retire.open')}>
          <TextField
            name={name}
            id={fieldId(name)}
            label={t('retire.reason')}
            seenBy={t('retire.seenBy')}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button kind="secondary" onClick={press(() => acts.retire(card.id, reason))}>
            {t('retire.press')}
          </Button>
        </Details>
      ) : null}
    </section>
  )
}
