import { type DrawSlip, recruitmentContract } from '@howcanwe/shared/recruitment'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Notice, SummaryList } from '../../ui/index.ts'

export interface DrawSlipViewProps {
  slip: DrawSlip
  token: string
  /** Links to the page of the draw and to other groups. */
  links: ReactNode
}

/** What somebody reads of their own name, and the two things they can do with it. */
export function DrawSlipView({ slip: before, token, links }: DrawSlipViewProps) {
  const { t } = useTranslation(['recruitment', 'problems'])
  const call = useCall()
  const body = { token }
  const back = useMutation({ mutationFn: () => call(recruitmentContract.takeBack, { body }) })
  const out = useMutation({ mutationFn: () => call(recruitmentContract.takeOut, { body }) })
  const [asked, setAsked] = useState(false)
  const slip = back.data ?? before
  if (out.data) return <Notice kind="success" heading={t('slip.out')} focus />
  const error = back.error ?? out.error
  return (
    <>
      {error ? <Notice kind="warning" heading={sentenceOf(t, error)} focus /> : null}
      {back.data ? <Notice kind="success" heading={t('slip.takenBack')} focus /> : null}
      <Notice heading={t(`slip.${slip.outcome}`)}>
        {slip.calledOffWhy ? <p className="govuk-body">{slip.calledOffWhy}</p> : null}
      </Notice>
      <Known slip={slip} />
      {links}
      {slip.hasSpecial ? (
        <>
          <p className="govuk-body hcw-soft">{t('slip.takeBackHint')}</p>
          <Button kind="secondary" busy={back.isPending} onClick={() => back.mutate()}>
            {t('slip.takeBack')}
          </Button>
        </>
      ) : null}
      {slip.state === 'confirmed' ? null : (
        <>
          <p className="govuk-body hcw-soft">{t('slip.takeOutHint')}</p>
          {asked ? (
            <Button kind="warning" busy={out.isPending} onClick={() => out.mutate()}>
              {t('slip.sure')}
            </Button>
          ) : (
            <Button kind="secondary" onClick={() => setAsked(true)}>
              {t('slip.takeOut')}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function Known({ slip: { reference, number, chance, state, closesAt } }: { slip: DrawSlip }) {
  const { t } = useTranslation('recruitment')
  const { day } = useFormats()
  const later = t('slip.later', { day: day(closesAt) })
  const isOff = state === 'called-off'
  const known = state === 'open' ? later : t(isOff ? 'slip.none' : 'slip.allIn')
  return (
    <SummaryList
      rows={[
        { key: 'reference', label: t('slip.reference'), value: reference },
        { key: 'number', label: t('slip.number'), value: number ?? later },
        {
          key: 'chance',
          label: t('slip.chance'),
          value: chance === null ? known : t('slip.chanceIs', { chance }),
        },
      ]}
    />
  )
}
