import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Button, Notice } from '../../ui/index.ts'
import type { JointSteps } from './joint.queries.ts'
import { Refused } from './refused.tsx'
import { nextFor, waitingFor } from './waiting.ts'

interface Props {
  joint: JointInterest
  steps: JointSteps
}

/** First of all: the one thing to do next, what it waits for and for whom; the convenor sends it from here. */
export function NextStep({ joint, steps }: Props) {
  const { t } = useTranslation('joint-interests')
  const { moment } = useFormats()
  const { send } = steps
  const newer = joint.sent !== null && joint.sent.termsVersion !== joint.termsVersion
  const next = nextFor(joint)
  return (
    <section>
      <h2 className="govuk-heading-m">{t('next.title')}</h2>
      {joint.sent ? (
        <Notice kind="success" heading={t('send.sent', { when: moment(joint.sent.at) })}>
          {newer ? <p className="govuk-body">{t('send.newer')}</p> : null}
        </Notice>
      ) : null}
      <p className="govuk-body">{t(`next.${next}`)}</p>
      <Waiting joint={joint} />
      <Refused error={send.error} />
      {joint.can.send ? (
        <Button onClick={() => send.mutate()} busy={send.isPending}>
          {t(joint.sent ? 'send.again' : 'send.go')}
        </Button>
      ) : null}
    </section>
  )
}

/** What stands between it and sending, with the names of those it waits for. */
function Waiting({ joint }: Pick<Props, 'joint'>) {
  const { t } = useTranslation('joint-interests')
  if (joint.missing.length === 0) return null
  return (
    <>
      <p className="govuk-body">{t('send.missing')}</p>
      <ul className="govuk-list govuk-list--bullet">
        {joint.missing.map((one) => {
          const names = waitingFor(joint, one)
          return (
            <li key={one}>
              {names.length > 0
                ? t(`waits.${one}`, { names: names.join(', ') })
                : t(`missing.${one}`)}
            </li>
          )
        })}
      </ul>
    </>
  )
}
