import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Named } from '../features/cases/name-picker.tsx'
import { PickChallenge } from '../features/cases/pickers.tsx'
import { SlipCard } from '../features/cases/slip-card.tsx'
import { usePrintSlip } from '../features/cases/typed.queries.ts'
import { sentenceOf } from '../lib/errors.ts'
import { Button, ButtonLink, Link, Notice } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { usePlace } from './place.ts'

/** What can be typed for an organisation; a slip where the service says that one can be made. */
export function TypingFor({
  organisationId,
  placeId,
  can,
}: {
  organisationId: string
  placeId: string
  can: { capacity: boolean; slip: boolean }
}) {
  const { t } = useTranslation('typed')
  return (
    <>
      <div className="hcw-no-paper">
        <h3 className="govuk-heading-s">{t('start.answerTitle')}</h3>
        <Answers organisationId={organisationId} placeId={placeId} />
        <h3 className="govuk-heading-s">{t('start.capacityTitle')}</h3>
        <p className="govuk-body">{t(can.capacity ? 'start.capacityText' : 'start.capacityNot')}</p>
        {can.capacity ? (
          <ButtonLink to={further.typeCapacity({ organisationId })} kind="secondary">
            {t('start.capacityGo')}
          </ButtonLink>
        ) : null}
      </div>
      {can.slip ? <AnotherSlip organisationId={organisationId} /> : null}
    </>
  )
}

/** To which challenge they answer; the form on paper for whoever would rather write. */
function Answers({ organisationId, placeId }: { organisationId: string; placeId: string }) {
  const { t } = useTranslation('typed')
  const navigate = useNavigate()
  const [challenge, setChallenge] = useState<(Named & { slug: string }) | null>(null)
  const [missing, setMissing] = useState(false)
  return (
    <>
      <PickChallenge
        name="challenge"
        label={t('start.challenge')}
        placeId={placeId}
        onlyOpen
        picked={challenge}
        onPick={(one) => {
          setChallenge(one)
          setMissing(false)
        }}
        error={missing ? t('errors.challenge') : undefined}
      />
      <Button
        onClick={() => {
          if (challenge)
            void navigate(further.typeInterest({ challengeId: challenge.id, organisationId }))
          else {
            setMissing(true)
            document.getElementById('f-challenge')?.focus()
          }
        }}
      >
        {t('start.answerGo')}
      </Button>
      {challenge ? (
        <p className="govuk-body">
          <Link to={further.paper({ slug: challenge.slug })}>{t('start.paper')}</Link>
        </p>
      ) : null}
    </>
  )
}

function AnotherSlip({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation(['typed', 'problems'])
  const place = usePlace()
  const print = usePrintSlip()
  return (
    <>
      <h3 className="govuk-heading-s">{t('typed:slip.again')}</h3>
      <p className="govuk-body">{t('typed:slip.againText')}</p>
      {print.error ? <Notice kind="warning" heading={sentenceOf(t, print.error)} /> : null}
      {print.data ? (
        <SlipCard
          slip={print.data}
          ring={[place?.contact?.name, place?.contact?.phone].filter(Boolean).join(', ')}
        />
      ) : (
        <Button
          kind="secondary"
          busy={print.isPending}
          onClick={() => print.mutate(organisationId)}
        >
          {t('typed:slip.againGo')}
        </Button>
      )}
    </>
  )
}
