import { typedContract } from '@howcanwe/shared/cases'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useTypedSent } from '../../features/cases/typed.queries.ts'
import { TypedFields, useTyped } from '../../features/cases/typed-fields.tsx'
import { useChallenge } from '../../features/challenges/challenges.queries.ts'
import { TypedAnswers } from '../../features/interests/typed-answers.tsx'
import { queryFor, useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { OwnPages } from '../own-pages.tsx'
import { TypingDesk } from '../typing-desk.tsx'

/** The five questions, typed while somebody says the answers, or from the paper that came back (PE3). */
export function TypeInterestPage() {
  return (
    <TypingDesk>
      <TypeInterest />
    </TypingDesk>
  )
}

function TypeInterest() {
  const { t } = useTranslation('typed')
  const { challengeId = '', organisationId = '' } = useParams()
  const challenge = useChallenge(challengeId)
  const call = useCall()
  const typing = useTyped()
  const isSent = useTypedSent()
  const [told, setTold] = useState<'sent' | 'slip' | null>(null)
  const about = useQuery(queryFor(typedContract.about, { params: { organisationId } }))
  if (about.data && !about.data.can.type) return <OwnPages organisationId={organisationId} />
  return (
    <Loaded query={challenge} lines={6}>
      {({ question }) => (
        <>
          <PageHeading title={t('interest.title')} caption={question} lead={t('interest.lead')} />
          {about.data ? (
            <p className="govuk-body">
              <strong>{t('start.for', { name: about.data.name })}</strong>
            </p>
          ) : null}
          {told ? (
            <>
              <Notice kind="success" heading={t('interest.done')} focus>
                <p className="govuk-body">{t(`told.${told}`)}</p>
              </Notice>
              <p className="govuk-body">
                <Link to={further.typeFor({}, { o: organisationId })}>{t('start.back')}</Link>
              </p>
            </>
          ) : (
            <TypedAnswers
              organisationId={organisationId}
              seenBy={t('interest.seenBy')}
              extra={<TypedFields of={typing} />}
              go={t('interest.go')}
              onSend={async ({ secondsTaken: _, ...interest }) => {
                const typed = typing.take()
                if (!typed) return
                const ask = { params: { challengeId }, body: { interest, typed } }
                const { told: how } = await call(typedContract.interest, ask)
                isSent()
                setTold(how)
              }}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
