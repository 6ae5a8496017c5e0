import { type Consent, consentsContract } from '@howcanwe/shared/consents'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, EmptyState, Notice } from '../../ui/index.ts'

/** What somebody agreed to, in the words they read; each is taken back as easily as it was given. */
export function ConsentList({ consents }: { consents: readonly Consent[] }) {
  const { t } = useTranslation('consents')
  const [done, setDone] = useState<string>()
  return (
    <section aria-labelledby="consents">
      <h2 id="consents" className="govuk-heading-m">
        {t('consents.title')}
      </h2>
      {done ? <Notice kind="success" heading={t('consents.done')} key={done} focus /> : null}
      {consents.length === 0 ? <EmptyState>{t('consents.empty')}</EmptyState> : null}
      {consents.map((consent) => (
        <OneConsent key={consent.id} consent={consent} onDone={setDone} />
      ))}
    </section>
  )
}

interface OneProps {
  consent: Consent
  onDone: (id: string) => void
}

function OneConsent({ consent, onDone }: OneProps) {
  const { t } = useTranslation('consents')
  const { moment } = useFormats()
  const purpose = t(`consents.purpose.${consent.purpose}`)
  const title = consent.about ? t('consents.about', { purpose, name: consent.about }) : purpose
  return (
    <article>
      <h3 className="govuk-heading-s">{title}</h3>
      <blockquote className="govuk-inset-text" lang={consent.language}>
        {consent.wording.split('\n').map((sentence) => (
          <p key={sentence} className="govuk-body">
            {sentence}
          </p>
        ))}
      </blockquote>
      <p className="govuk-body">
        {t('consents.given', { when: moment(consent.givenAt), version: consent.version })}{' '}
        {consent.withdrawnAt ? (
          <strong>{t('consents.withdrawn', { when: moment(consent.withdrawnAt) })}</strong>
        ) : null}
      </p>
      {consent.withdrawing ? (
        <Withdraw id={consent.id} title={title} effect={consent.withdrawing} onDone={onDone} />
      ) : null}
      {!consent.withdrawing && !consent.withdrawnAt ? (
        <p className="hcw-soft">{t('consents.nothing')}</p>
      ) : null}
    </article>
  )
}

interface WithdrawProps {
  id: string
  title: string
  effect: string
  onDone: (id: string) => void
}

/** Two presses: the first says what follows, the second does it. */
function Withdraw({ id, title, effect, onDone }: WithdrawProps) {
  const { t } = useTranslation(['consents', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [state, setState] = useState<'shut' | 'open' | 'busy'>('shut')
  const [refusal, setRefusal] = useState<unknown>()
  const withdraw = async () => {
    setState('busy')
    try {
      await call(consentsContract.withdraw, { params: { consentId: id }, body: {} })
      await client.invalidateQueries({ queryKey: keyOf(consentsContract.mine) })
      void client.invalidateQueries({ queryKey: ['session'] })
      onDone(id)
    } catch (error) {
      setRefusal(error)
      setState('open')
    }
  }
  if (state === 'shut') {
    return (
      <Button
        kind="secondary"
        onClick={() => setState('open')}
        aria-label={t('consents:consents.withdrawOf', { what: title })}
      >
        {t('consents:consents.withdraw')}
      </Button>
    )
  }
  return (
    <Notice kind="warning" heading={refusal ? sentenceOf(t, refusal) : effect} focus>
      <ButtonGroup>
        <Button onClick={withdraw} busy={state === 'busy'}>
          {t('consents:consents.sure')}
        </Button>
        <Button kind="quiet" onClick={() => setState('shut')}>
          {t('consents:consents.keep')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
