import { identityContract, type Me } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import type { Prove } from '../../lib/prove.ts'
import { Button, Notice } from '../../ui/index.ts'
import { SixDigitsStep } from './six-digits-step.tsx'

export interface ProveNumberProps {
  /** With a number that was saved and not proven yet. */
  me: Me
  /** What is to happen once it is proven. */
  onProven: (me: Me) => Promise<unknown>
  prove: Prove
}

/** Six digits as a text to the number somebody saved: then it can be texted, and signed in with. */
export function ProveNumber({ me, onProven, prove }: ProveNumberProps) {
  const { t } = useTranslation(['identity', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [asked, setAsked] = useState<{ requestId: string; minutes: number }>()
  const [refusal, setRefusal] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const ask = async () => {
    setBusy(true)
    setRefusal(undefined)
    try {
      setAsked(await prove(() => call(identityContract.askForPhoneProof, { body: {} })))
    } catch (error) {
      setRefusal(error)
    } finally {
      setBusy(false)
    }
  }
  const take = async (body: { requestId: string; code: string }) => {
    const now = await call(identityContract.provePhone, { body })
    client.setQueryData(['session'], now)
    await onProven(now)
  }
  return (
    <section aria-labelledby="prove-number">
      <h2 id="prove-number" className="govuk-heading-m">
        {t('identity:prove.title')}
      </h2>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      {asked ? (
        <SixDigitsStep
          key={asked.requestId}
          requestId={asked.requestId}
          sent={t('identity:prove.sent', { phone: me.phone, count: asked.minutes })}
          label={t('identity:prove.code')}
          press={t('identity:prove.press')}
          again={t('identity:prove.again')}
          onDigits={take}
          onAgain={() => setAsked(undefined)}
        />
      ) : (
        <>
          <p className="govuk-body">{t('identity:prove.text', { phone: me.phone })}</p>
          <Button kind="secondary" onClick={ask} busy={busy}>
            {t('identity:prove.send')}
          </Button>
        </>
      )}
    </section>
  )
}
