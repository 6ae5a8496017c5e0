import type { Challenge } from '@howcanwe/shared/challenges'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useChallenge } from '../../features/challenges/challenges.queries.ts'
import { AskForm } from '../../features/questions/ask-form.tsx'
import { useBoard } from '../../features/questions/questions.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Columns, Link, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { FollowAnswers } from '../follow-answers.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

/** Asking about a challenge without a name and without an account (J-06). */
export function AskQuestionPage() {
  const { slug = '' } = useParams()
  return (
    <Loaded query={useChallenge(slug)} lines={5}>
      {(challenge) => <Asking challenge={challenge} />}
    </Loaded>
  )
}

function Asking({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('questions')
  const place = usePlace()
  const board = useBoard(challenge.id)
  const [told, setTold] = useState<{ answerBy: string }>()
  const aside = place ? (
    <SideNote title={t('page.help')}>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading
        title={t('page.title')}
        caption={challenge.question}
        lead={t('page.lead', { organisation: challenge.asker.organisation })}
      />
      <Columns aside={aside} asideLabel={t('page.help')}>
        {told ? (
          <Told challenge={challenge} answerBy={told.answerBy} />
        ) : (
          <Loaded query={board}>
            {({ open }) => (open ? <Ask challenge={challenge} onSent={setTold} /> : <Over />)}
          </Loaded>
        )}
        <p className="govuk-body">
          <Link className="govuk-link" to={paths.challenge({ slug: challenge.slug })}>
            {t('page.back')}
          </Link>
        </p>
      </Columns>
    </>
  )
}

interface AskProps {
  challenge: Challenge
  onSent: (told: { answerBy: string }) => void
}

function Ask({ challenge, onSent }: AskProps) {
  const { t } = useTranslation('questions')
  const { me } = useSession()
  const ownNames = [me?.displayName ?? '', ...(me?.organisations.map((one) => one.name) ?? [])]
  return (
    <>
      <p className="govuk-body">{t('page.kept')}</p>
      <p className="govuk-body">{t('page.words')}</p>
      <AskForm challengeId={challenge.id} ownNames={ownNames.filter(Boolean)} onSent={onSent} />
    </>
  )
}

function Told({ challenge, answerBy }: { challenge: Challenge; answerBy: string }) {
  const { t } = useTranslation('questions')
  const { day } = useFormats()
  return (
    <>
      <Notice kind="success" heading={t('told.title')} focus>
        <p className="govuk-body">{t('told.text', { by: day(answerBy) })}</p>
      </Notice>
      <FollowAnswers challenge={challenge} />
    </>
  )
}

function Over() {
  const { t } = useTranslation('questions')
  return <Notice heading={t('page.over')} />
}
