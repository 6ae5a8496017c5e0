import { JOINT_SIZE } from '@howcanwe/shared/joint-interests'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, TextArea } from '../../ui/index.ts'
import { ChoosePartners, type Invited, lacksWhy } from './choose-partners.tsx'
import { useBeginning } from './joint.queries.ts'
import { Refused } from './refused.tsx'

const asBody = (chosen: readonly Invited[]) =>
  chosen.map(({ id, why }) => ({ organisationId: id, why }))

/** Begins an answer together: what for, and with whom. */
export function StartJoint({
  challengeId,
  organisationId,
  onStarted,
}: {
  challengeId: string
  organisationId: string
  onStarted: (jointInterestId: string) => void
}) {
  const { t } = useTranslation('joint-interests')
  const [purpose, setPurpose] = useState('')
  const [chosen, setChosen] = useState<Invited[]>([])
  const [pressed, setPressed] = useState(false)
  const { start } = useBeginning(challengeId)
  const go = () => {
    setPressed(true)
    if (chosen.length === 0 || chosen.some(lacksWhy)) return
    const body = { organisationId, purpose, invited: asBody(chosen) }
    start.mutate(body, { onSuccess: ({ id }) => onStarted(id) })
  }
  return (
    <>
      <TextArea
        name="purpose"
        label={t('start.purpose')}
        hint={t('start.purposeHint')}
        optional
        rows={4}
        maxWords={250}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <ChoosePartners
        challengeId={challengeId}
        chosen={chosen}
        onChange={setChosen}
        most={JOINT_SIZE.max - 1}
        error={(one) =>
          pressed && lacksWhy(one) ? t('start.needWhy', { name: one.name }) : undefined
        }
      />
      {pressed && chosen.length === 0 ? (
        <p className="govuk-error-message" role="alert">
          {t('start.needOne')}
        </p>
      ) : null}
      <Refused error={start.error} />
      <Button onClick={go} busy={start.isPending}>
        {t('start.go')}
      </Button>
    </>
  )
}

/** A broker asks two to six organisations whether they would answer together (J-12). */
export function SeedJoint({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('joint-interests')
  const [chosen, setChosen] = useState<Invited[]>([])
  const [pressed, setPressed] = useState(false)
  const { seed } = useBeginning(challengeId)
  const go = () => {
    setPressed(true)
    if (chosen.length < JOINT_SIZE.min || chosen.some(lacksWhy)) return
    const then = () => {
      setChosen([])
      setPressed(false)
    }
    seed.mutate({ invited: asBody(chosen) }, { onSuccess: then })
  }
  return (
    <>
      <ChoosePartners
        challengeId={challengeId}
        chosen={chosen}
        onChange={setChosen}
        most={JOINT_SIZE.max}
        error={(one) =>
          pressed && lacksWhy(one) ? t('start.needWhy', { name: one.name }) : undefined
        }
      />
      {pressed && chosen.length < JOINT_SIZE.min ? (
        <p className="govuk-error-message" role="alert">
          {t('seed.needTwo')}
        </p>
      ) : null}
      <Refused error={seed.error} />
      {seed.isSuccess ? (
        <p className="govuk-body" role="status">
          {t('seed.done')}
        </p>
      ) : null}
      <Button onClick={go} busy={seed.isPending}>
        {t('seed.go')}
      </Button>
    </>
  )
}
