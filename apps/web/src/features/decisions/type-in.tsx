import { SAID_BY } from '@howcanwe/shared/codesign'
import {
  ANSWERS,
  type Answer,
  type Decision,
  decisionsContract,
  HARMS,
  type Harm,
} from '@howcanwe/shared/decisions'
import type { Call } from '@howcanwe/shared/http'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Faults, useFaults } from '../../lib/use-faults.ts'
import {
  Button,
  Checkboxes,
  Details,
  ErrorSummary,
  Notice,
  Radios,
  Select,
  TextArea,
} from '../../ui/index.ts'
import { useAct } from './decisions.queries.ts'

export interface TypeInProps {
  decision: Decision
  version: number
  people: readonly { id: string; firstName: string; reference: string; reach: string }[]
}

/** What somebody can say on the telephone or on paper: an answer, an objection, or that the clock should stop. */
const WHATS = ['answer', 'objection', 'hold'] as const
type What = (typeof WHATS)[number]
type SaidBy = (typeof SAID_BY)[number]

interface Said {
  memberId: string
  what: What
  answer: Answer | ''
  kind: Harm | ''
  text: string
  saidBy: SaidBy
  readBack: boolean
}
const NOTHING: Said = {
  ...{ memberId: '', what: 'answer', answer: '', kind: '', text: '' },
  ...{ saidBy: 'phone', readBack: false },
}

const SCHEMAS = {
  answer: decisionsContract.typeIn.body,
  objection: decisionsContract.typeInObjection.body,
  hold: decisionsContract.typeInHold.body,
}

/** What would be sent, to be checked first. */
function bodyOf(version: number, { what, memberId, answer, kind, text, saidBy, readBack }: Said) {
  const by = { version, saidBy, ...(readBack ? { readBack } : {}) }
  if (what === 'answer') return { ...by, answer }
  return what === 'objection' ? { ...by, memberId, kind, text } : { ...by, memberId, reason: text }
}

/** Sends what was said, to where it belongs; everything in it has been checked. */
function send(call: Call, decisionId: string, version: number, said: Said) {
  const { memberId, text, saidBy } = said
  const by = { version, saidBy, readBack: true } as const
  const params = { decisionId }
  if (said.what === 'objection') {
    const body = { ...by, memberId, kind: said.kind as Harm, text }
    return call(decisionsContract.typeInObjection, { params, body })
  }
  if (said.what === 'hold')
    return call(decisionsContract.typeInHold, { params, body: { ...by, memberId, reason: text } })
  const body = { ...by, answer: said.answer as Answer }
  return call(decisionsContract.typeIn, { params: { ...params, memberId }, body })
}

/** What somebody said on the telephone or wrote on a ballot, read back to them. They can change it themselves. */
export function TypeIn({ decision, version, people }: TypeInProps) {
  const { t } = useTranslation(['decisions', 'problems'])
  const [said, setSaid] = useState(NOTHING)
  const [keptFor, setKeptFor] = useState('')
  const faults = useFaults('decisions')
  const set = (more: Partial<Said>) => setSaid((known) => ({ ...known, ...more }))
  const act = useAct((call, what: Said) => send(call, decision.id, version, what))
  const keep = () => {
    setKeptFor(people.find(({ id }) => id === said.memberId)?.firstName ?? '')
    // The next ballot of the pile is somebody else's.
    setSaid({ ...NOTHING, saidBy: said.saidBy })
  }
  const press = () => {
    setKeptFor('')
    const nobody = said.memberId === '' ? [{ name: 'memberId', code: 'required' }] : []
    if (faults.check(SCHEMAS[said.what], bodyOf(version, said), nobody))
      act.mutate(said, { onSuccess: keep, onError: faults.refuse })
  }
  return (
    <Details summary={t('typeIn.title')}>
      <p className="govuk-body">{t('typeIn.text')}</p>
      {keptFor ? (
        <Notice kind="success" heading={t('typeIn.kept', { name: keptFor })} focus />
      ) : null}
      <ErrorSummary errors={faults.summary} />
      <Select
        name="memberId"
        label={t('typeIn.who')}
        placeholder={t('typeIn.choose')}
        error={faults.of('memberId')}
        options={people.map((one) => ({
          value: one.id,
          label: `${one.firstName}, ${one.reference} (${one.reach})`,
        }))}
        value={said.memberId}
        onChange={(event) => set({ memberId: event.target.value })}
      />
      <What said={said} set={set} hasBeenHeld={isHeld(decision, version)} faults={faults} />
      <Radios
        name="said-by"
        legend={t('typeIn.how')}
        value={said.saidBy}
        inline
        onChange={(event) => set({ saidBy: event.target.value as SaidBy })}
        choices={SAID_BY.map((value) => ({ value, label: t(`typeIn.${value}`) }))}
      />
      <Checkboxes
        name="readBack"
        legend={t('typeIn.check')}
        value={said.readBack ? ['yes'] : []}
        error={faults.of('readBack')}
        onChange={(event) => set({ readBack: event.target.checked })}
        choices={[{ value: 'yes', label: t('typeIn.readBack') }]}
      />
      <Button kind="secondary" busy={act.isPending} onClick={press}>
        {t('typeIn.send')}
      </Button>
    </Details>
  )
}

/** Once a version. */
const isHeld = ({ versions }: Decision, number: number): boolean =>
  Boolean(versions.find((version) => version.number === number)?.hold.at)

interface WhatProps {
  said: Said
  set: (more: Partial<Said>) => void
  hasBeenHeld: boolean
  faults: Faults
}

function What({ said, set, hasBeenHeld, faults }: WhatProps) {
  const { t } = useTranslation('decisions')
  const whats = hasBeenHeld ? WHATS.filter((what) => what !== 'hold') : WHATS
  return (
    <>
      <Radios
        name="what"
        legend={t('typeIn.what')}
        value={said.what}
        onChange={(event) => set({ what: event.target.value as What, text: '' })}
        choices={whats.map((value) => ({ value, label: t(`typeIn.${value}`) }))}
      />
      {said.what === 'answer' ? (
        <Radios
          name="answer"
          legend={t('typeIn.said')}
          value={said.answer}
          error={faults.of('answer')}
          onChange={(event) => set({ answer: event.target.value as Answer })}
          choices={ANSWERS.map((value) => ({ value, label: t(`answer.${value}`) }))}
        />
      ) : null}
      {said.what === 'objection' ? (
        <Radios
          name="kind"
          legend={t('object.kind')}
          value={said.kind}
          error={faults.of('kind')}
          onChange={(event) => set({ kind: event.target.value as Harm })}
          choices={HARMS.map((value) => ({ value, label: t(`object.${value}`) }))}
        />
      ) : null}
      {said.what === 'answer' ? null : (
        <TextArea
          name={said.what === 'hold' ? 'reason' : 'text'}
          label={t('typeIn.sentence')}
          hint={t('typeIn.sentenceHint')}
          value={said.text}
          rows={3}
          maxCharacters={said.what === 'hold' ? 200 : 300}
          error={faults.of(said.what === 'hold' ? 'reason' : 'text')}
          onChange={(event) => set({ text: event.target.value })}
        />
      )}
    </>
  )
}
