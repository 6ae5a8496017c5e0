import type { Interest } from '@howcanwe/shared/interests'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDraft } from '../../lib/drafts.ts'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import { Button, Columns, Details, ErrorSummary, SideNote, TextArea } from '../../ui/index.ts'
import './cohorts.scss'
import {
  bodyOf,
  type Choices,
  checkOf,
  type Fault,
  faultsBefore,
  faultsBeforeNone,
  fromDraft,
  NOTHING_YET,
} from './choices.ts'
import { type Telling, useRereadAll, useTellEveryone } from './cohorts.queries.ts'
import { Comparison } from './comparison.tsx'
import { Decide } from './decide.tsx'
import { OneAnswer } from './one-answer.tsx'
import { RunningCheck } from './running-check.tsx'
import { Sure } from './sure.tsx'

export interface ChoosingProps {
  challengeId: string
  interests: readonly Interest[]
  /** The size that was announced. */
  cohortSize: number
}

/** Reading every answer, giving each a decision and a reason, and telling everyone at once (FR-10). */
export function Choosing({ challengeId, interests, cohortSize }: ChoosingProps) {
  const { t } = useTranslation(['cohorts', 'problems'])
  const [choices, setChoices] = useState<Choices>(NOTHING_YET)
  const [faults, setFaults] = useState<Fault[]>([])
  const [sure, setSure] = useState<Telling | null>(null)
  const key = `cohort:${challengeId}`
  const draft = useDeviceDraft(key, choices)
  const tell = useTellEveryone(challengeId)
  const reread = useRereadAll()
  useEffect(() => {
    const kept = fromDraft(readDraft(key)?.value)
    if (kept) setChoices(kept)
  }, [key])

  const check = checkOf(interests, choices, cohortSize)
  const nameOf = (id: string | undefined) =>
    interests.find((i) => i.id === id)?.organisation.name ?? ''
  const sentence = (fault: Fault) =>
    t(`cohorts:faults.${fault.code}`, { name: nameOf(fault.id), ...check.size })
  const errorOf = (name: string) => {
    const fault = faults.find((one) => one.name === name)
    return fault && sentence(fault)
  }
  const ask = (found: Fault[], telling: Telling) => {
    setFaults(found)
    setSure(found.length === 0 ? telling : null)
  }
  const send = async () => {
    if (!sure) return
    try {
      await tell.mutateAsync(sure)
      draft.drop()
      await reread()
    } catch (error) {
      // Told already, in another window or by a second press.
      if (isProblem(error, 'challenges.wrong_state')) await reread()
    }
  }
  const bodies = bodyOf(interests, choices)
  const summary = faults.map((f) => ({ ...(f.name ? { name: f.name } : {}), message: sentence(f) }))
  return (
    <div className="hcw-choosing">
      <Columns
        asideLabel={t('cohorts:check.title')}
        aside={
          <SideNote title={t('cohorts:check.title')}>
            <RunningCheck check={check} />
            <KeptHere at={draft.keptAt} />
          </SideNote>
        }
      >
        <ErrorSummary errors={summary} />
        <Comparison interests={interests} choices={choices} />
        <h2 className="govuk-heading-l">{t('cohorts:answers')}</h2>
        <ul className="hcw-notices">
          {interests.map((interest) => (
            <OneAnswer key={interest.id} interest={interest}>
              <Decide
                interest={interest}
                choices={choices}
                onChange={setChoices}
                errorOf={errorOf}
              />
            </OneAnswer>
          ))}
        </ul>
        <h2 className="govuk-heading-l">{t('cohorts:public.title')}</h2>
        <TextArea
          name="statement"
          label={t('cohorts:public.statement')}
          hint={t('cohorts:public.statementHint')}
          seenBy={t('cohorts:public.seenBy')}
          error={errorOf('statement')}
          value={choices.statement}
          onChange={(e) => setChoices({ ...choices, statement: e.target.value })}
          maxCharacters={2000}
          rows={6}
        />
        {check.needsSearch ? (
          <TextArea
            name="reservedPlacesReason"
            label={t('cohorts:public.search')}
            hint={t('cohorts:public.searchHint')}
            seenBy={t('cohorts:public.seenBy')}
            error={errorOf('reservedPlacesReason')}
            value={choices.reservedPlacesReason}
            onChange={(e) => setChoices({ ...choices, reservedPlacesReason: e.target.value })}
            maxCharacters={1000}
          />
        ) : null}
        <p className="govuk-body">
          {t('cohorts:check.short', {
            chosen: check.chosen,
            undecided: check.undecided.length,
            without: check.withoutReason.length,
          })}
        </p>
        {sure ? (
          <Sure
            telling={sure}
            busy={tell.isPending}
            refusal={tell.error ? sentenceOf(t, tell.error) : undefined}
            onYes={send}
            onNo={() => setSure(null)}
          />
        ) : (
          <>
            <Button
              onClick={() =>
                ask(faultsBefore(check, choices), { kind: 'choose', body: bodies.choose })
              }
            >
              {t('cohorts:tell.everyone')}
            </Button>
            <Details summary={t('cohorts:none.summary')}>
              <p className="govuk-body">{t('cohorts:none.text')}</p>
              <Button
                kind="secondary"
                onClick={() =>
                  ask(faultsBeforeNone(check, choices), { kind: 'none', body: bodies.none })
                }
              >
                {t('cohorts:none.go')}
              </Button>
            </Details>
          </>
        )}
      </Columns>
    </div>
  )
}

function KeptHere({ at }: { at: Date | null }) {
  const { t } = useTranslation('cohorts')
  const { clock } = useFormats()
  return (
    <p className="hcw-save">{at ? t('draft.keptAt', { time: clock(at) }) : t('draft.notSent')}</p>
  )
}
