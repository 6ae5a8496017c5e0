import type { DecisionDraft } from '@howcanwe/shared/cohorts'
import type { Interest } from '@howcanwe/shared/interests'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isProblem, sentenceOf } from '../../lib/errors.ts'
import {
  Button,
  Columns,
  Details,
  ErrorSummary,
  SaveStatus,
  SideNote,
  TextArea,
} from '../../ui/index.ts'
import './cohorts.scss'
import { bodyOf, type Check, type Choices, checkOf, choiceOf } from './choices.ts'
import { type Telling, useRereadAll, useTellEveryone } from './cohorts.queries.ts'
import { Comparison } from './comparison.tsx'
import { type Criterion, Decide, type DecideProps, unfold } from './decide.tsx'
import { type Fault, faultsBefore, faultsBeforeNone } from './faults.ts'
import { OneAnswer } from './one-answer.tsx'
import { RunningCheck } from './running-check.tsx'
import { Sure } from './sure.tsx'
import { useChoices } from './use-choices.ts'

export interface ChoosingProps {
  challengeId: string
  interests: readonly Interest[]
  /** What was written before, on whatever device. */
  draft: DecisionDraft
  /** The points everybody was read by. */
  criteria: readonly Criterion[]
  /** The size that was announced. */
  cohortSize: number
}

/** The answer after this one that still lacks something, from the top again after the last. */
function nextAfter(id: string, interests: readonly Interest[], check: Check): string | undefined {
  const at = interests.findIndex((i) => i.id === id)
  const inTurn = [...interests.slice(at + 1), ...interests.slice(0, at)]
  return inTurn.find((i) => check.missing.some((one) => one.id === i.id))?.id
}

/** Reading every answer, giving each a decision and a whole answer, and telling everyone at once (FR-10). */
export function Choosing({ challengeId, interests, draft, criteria, cohortSize }: ChoosingProps) {
  const { t } = useTranslation(['cohorts', 'problems'])
  const { choices, set, state, flush, forget } = useChoices(challengeId, draft)
  const [faults, setFaults] = useState<Said[]>([])
  const [sure, setSure] = useState<Telling | null>(null)
  const tell = useTellEveryone(challengeId)
  const reread = useRereadAll()
  const check = checkOf(interests, choices, cohortSize)
  const [firstOpen] = useState(() => check.missing[0]?.id)

  const nameOf = (id: string | undefined) =>
    interests.find((i) => i.id === id)?.organisation.name ?? ''
  const sentence = (fault: Fault) =>
    t(`cohorts:faults.${fault.code}`, { name: nameOf(fault.id), ...check.size })
  const ask = (found: Fault[], telling: Telling) => {
    for (const { id } of found) if (id) unfold(id)
    setFaults(found.map((fault) => ({ ...fault, message: sentence(fault) })))
    setSure(found.length === 0 ? telling : null)
  }
  const send = async () => {
    if (!sure) return
    try {
      await flush()
      await tell.mutateAsync(sure)
      forget()
      await reread()
    } catch (error) {
      // Told already, in another window or by a second press.
      if (isProblem(error, 'challenges.wrong_state')) await reread()
    }
  }
  const bodies = bodyOf(interests, choices)
  const summary = faults.map(({ name, message }) => ({ ...(name ? { name } : {}), message }))
  const errorOf = (name: string) => faults.find((one) => one.name === name)?.message
  return (
    <div className="hcw-choosing">
      <Columns
        asideLabel={t('cohorts:check.title')}
        aside={
          <SideNote title={t('cohorts:check.title')}>
            <RunningCheck check={check} />
            <SaveStatus state={state} />
            <p className="govuk-hint">{t('cohorts:draft.notSent')}</p>
          </SideNote>
        }
      >
        <ErrorSummary errors={summary} />
        <Comparison interests={interests} choices={choices} />
        <h2 className="govuk-heading-l">{t('cohorts:answers')}</h2>
        <ul className="hcw-notices">
          {interests.map((interest) => (
            <Item
              key={interest.id}
              interest={interest}
              criteria={criteria}
              choice={choiceOf(choices, interest.id)}
              onChange={set}
              faults={faults}
              open={interest.id === firstOpen}
              next={nextAfter(interest.id, interests, check)}
            />
          ))}
        </ul>
        <PublicWords choices={choices} set={set} errorOf={errorOf} search={check.needsSearch} />
        <p className="govuk-body">
          {t('cohorts:check.short', {
            chosen: check.chosen,
            ready: check.ready,
            count: check.total,
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

/** A fault in the words it was said in when somebody asked. */
type Said = Fault & { message: string }

/** One answer and what is said to it; drawn again only when something of its own changes. */
const Item = memo(function Item({
  faults,
  ...props
}: Omit<DecideProps, 'errorOf'> & { faults: readonly Said[] }) {
  const errorOf = (name: string) => faults.find((one) => one.name === name)?.message
  return (
    <OneAnswer interest={props.interest}>
      <Decide {...props} errorOf={errorOf} />
    </OneAnswer>
  )
})

interface WordsProps {
  choices: Choices
  set: (update: (before: Choices) => Choices) => void
  errorOf: (name: string) => string | undefined
  /** Small places are not filled, so the search is told too (FR-06). */
  search: boolean
}

/** What everybody reads: how it was chosen. */
function PublicWords({ choices, set, errorOf, search }: WordsProps) {
  const { t } = useTranslation('cohorts')
  return (
    <>
      <h2 className="govuk-heading-l">{t('public.title')}</h2>
      <TextArea
        name="statement"
        label={t('public.statement')}
        hint={t('public.statementHint')}
        seenBy={t('public.seenBy')}
        error={errorOf('statement')}
        value={choices.statement}
        onChange={({ target }) => set((before) => ({ ...before, statement: target.value }))}
        maxCharacters={2000}
        rows={6}
      />
      {search ? (
        <TextArea
          name="reservedPlacesReason"
          label={t('public.search')}
          hint={t('public.searchHint')}
          seenBy={t('public.seenBy')}
          error={errorOf('reservedPlacesReason')}
          value={choices.reservedPlacesReason}
          onChange={({ target }) =>
            set((before) => ({ ...before, reservedPlacesReason: target.value }))
          }
          maxCharacters={1000}
        />
      ) : null}
    </>
  )
}
