import { JOINT_SIZE } from '@howcanwe/shared/joint-interests'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import { Button, ErrorSummary, Notice, TextArea } from '../../ui/index.ts'
import { keptBeginning } from './beginning.ts'
import { ChoosePartners, type Invited, lacksWhy } from './choose-partners.tsx'
import { useBeginning } from './joint.queries.ts'

const NS = 'joint-interests'
const NOTHING = { purpose: '', find: '' }

const asBody = (chosen: readonly Invited[]) =>
  chosen.map(({ id, why }) => ({ organisationId: id, why }))

/** What keeps them from being asked: too few of them, a reason that is missing, or what the service said. */
function useAsking(chosen: readonly Invited[], least: number) {
  const { t } = useTranslation([NS, 'problems'])
  const [pressed, setPressed] = useState(false)
  const [refused, setRefused] = useState<unknown>(null)
  const of = (one: Invited) =>
    pressed && lacksWhy(one) ? t('start.needWhy', { name: one.name }) : undefined
  const few = chosen.length < least
  const whys = chosen.flatMap((one) => {
    const message = of(one)
    return message ? [{ name: `why-${one.id}`, message }] : []
  })
  const fewer = { name: 'partner', message: t(least > 1 ? 'seed.needTwo' : 'start.needOne') }
  const whole = refused ? [{ message: sentenceOf(t, refused) }] : []
  return {
    of,
    summary: [...(pressed && few ? [fewer] : []), ...whys, ...whole],
    check: () => {
      const fine = !few && !chosen.some(lacksWhy)
      setPressed(!fine)
      setRefused(null)
      return fine
    },
    refuse: setRefused,
  }
}

export interface StartJointProps {
  challengeId: string
  organisationId: string
  /** What was typed elsewhere: what for, and whose name to look up first. */
  brought?: { purpose: string; find: string }
  onStarted: (jointInterestId: string) => void
}

/** Begins an answer together: what for, and with whom. What is typed stays on this device until they are asked. */
export function StartJoint(props: StartJointProps) {
  const { challengeId, organisationId, brought = NOTHING, onStarted } = props
  const { t } = useTranslation(NS)
  const { moment } = useFormats()
  const name = `together:${challengeId}:${organisationId}`
  const [found] = useState(() => keptBeginning(name))
  const [purpose, setPurpose] = useState(found?.purpose || brought.purpose)
  const [chosen, setChosen] = useState<Invited[]>(found?.chosen ?? [])
  const draft = useDeviceDraft(name, { purpose, chosen })
  const { start } = useBeginning(challengeId)
  const faults = useAsking(chosen, 1)
  const go = () => {
    if (!faults.check()) return
    const body = { organisationId, purpose, invited: asBody(chosen) }
    const onSuccess = ({ id }: { id: string }) => {
      draft.drop()
      onStarted(id)
    }
    start.mutate(body, { onSuccess, onError: faults.refuse })
  }
  return (
    <>
      <ErrorSummary errors={faults.summary} />
      {found ? <Notice heading={t('writing.found', { when: moment(found.at) })} /> : null}
      <TextArea
        name="purpose"
        label={t('start.purpose')}
        hint={t(brought.purpose && !found ? 'start.carried' : 'start.purposeHint')}
        optional
        rows={4}
        maxWords={250}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <ChoosePartners
        {...{ challengeId, chosen }}
        onChange={setChosen}
        most={JOINT_SIZE.max - 1}
        find={brought.find}
        error={faults.of}
      />
      <Button onClick={go} busy={start.isPending}>
        {t('start.go')}
      </Button>
    </>
  )
}

/** A broker asks two to six organisations whether they would answer together (J-12). */
export function SeedJoint({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation(NS)
  const name = `seed:${challengeId}`
  const [found] = useState(() => keptBeginning(name))
  const [chosen, setChosen] = useState<Invited[]>(found?.chosen ?? [])
  useDeviceDraft(name, { purpose: '', chosen })
  const { seed } = useBeginning(challengeId)
  const faults = useAsking(chosen, JOINT_SIZE.min)
  const go = () => {
    if (!faults.check()) return
    const onSuccess = () => setChosen([])
    seed.mutate({ invited: asBody(chosen) }, { onSuccess, onError: faults.refuse })
  }
  return (
    <>
      <ErrorSummary errors={faults.summary} />
      <ChoosePartners
        {...{ challengeId, chosen }}
        onChange={setChosen}
        most={JOINT_SIZE.max}
        error={faults.of}
      />
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
