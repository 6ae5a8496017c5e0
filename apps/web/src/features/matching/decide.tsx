import { text } from '@howcanwe/shared/http'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sentenceOf } from '../../lib/errors.ts'
import { useSchemaForm } from '../../lib/form.ts'
import { Button, ButtonGroup, ErrorSummary, TextArea } from '../../ui/index.ts'
import type { Suggested } from './matching.queries.ts'
import type { Deciding } from './use-deciding.ts'

const REASON_MAX = 300
const foldAway = z.object({ reason: text({ min: 1, max: REASON_MAX }) })

/** Keep somebody in mind, or fold them away; nobody else hears of it. Nothing where they are in already. */
export function Decide({ match, deciding }: { match: Suggested; deciding: Deciding }) {
  const { t } = useTranslation(['matching', 'problems'])
  const [refused, setRefused] = useState<unknown>(null)
  if (match.invited || match.interested) return null
  if (deciding.folding === match.id) return <FoldForm match={match} deciding={deciding} />
  const kept = match.standing?.decision === 'kept'
  const hidden = <span className="govuk-visually-hidden">: {match.name}</span>
  const press = () => deciding.say(match, kept ? 'taken-back' : 'kept').catch(setRefused)
  return (
    <>
      {refused ? (
        <p className="govuk-error-message" role="alert">
          {sentenceOf(t, refused)}
        </p>
      ) : null}
      <ButtonGroup>
        <Button kind="quiet" busy={deciding.busy} onClick={press}>
          {t(kept ? 'decide.takeBack' : 'decide.keep')}
          {hidden}
        </Button>
        <Button kind="quiet" onClick={() => deciding.startFolding(match.id)}>
          {t('decide.fold')}
          {hidden}
        </Button>
      </ButtonGroup>
    </>
  )
}

function FoldForm({ match, deciding }: { match: Suggested; deciding: Deciding }) {
  const { t } = useTranslation('matching')
  const f = useSchemaForm({ schema: foldAway, ns: 'matching', defaultValues: { reason: '' } })
  const { setFocus } = f
  useEffect(() => setFocus('reason'), [setFocus])
  return (
    <form
      noValidate
      onSubmit={f.handleSubmit(({ reason }) =>
        deciding.say(match, 'dismissed', reason).catch(f.refuse),
      )}
    >
      <ErrorSummary errors={f.summary} />
      <TextArea
        {...f.register('reason')}
        label={t('decide.reason', { name: match.name })}
        hint={t('decide.reasonHint')}
        error={f.errorOf('reason')}
        maxCharacters={REASON_MAX}
        rows={2}
      />
      <ButtonGroup>
        <Button type="submit" kind="secondary" busy={deciding.busy}>
          {t('decide.fold')}
        </Button>
        <Button kind="quiet" onClick={() => deciding.leaveFolding(match.id)}>
          {t('decide.leave')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
