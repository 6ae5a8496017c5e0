import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useChallenge } from '../../features/challenges/challenges.queries.ts'
import { QuestionDesk } from '../../features/questions/question-desk.tsx'
import { useQuestionDesk } from '../../features/questions/questions.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { paths } from '../paths.ts'
import { SignedIn } from '../signed-in.tsx'

/** Where the one who asks a challenge, or the broker, answers what people want to know about it. */
export function AnswerQuestionsPage() {
  return (
    <SignedIn roles={['commissioner', 'broker']}>
      <Answering />
    </SignedIn>
  )
}

function Answering() {
  const { t } = useTranslation('questions')
  const { challengeId = '' } = useParams()
  const desk = useQuestionDesk(challengeId)
  const published = useChallenge(challengeId)
  const { asker } = published.data ?? {}
  return (
    <Loaded query={desk} lines={6}>
      {(found) => (
        <>
          <PageHeading
            title={t('desk.title')}
            caption={found.challenge.question}
            lead={t('desk.lead')}
          />
          <QuestionDesk
            desk={found}
            asker={asker ? `${asker.person}, ${asker.organisation}` : ''}
          />
          <p className="govuk-body">
            <Link className="govuk-link" to={paths.challenge({ slug: found.challenge.slug })}>
              {t('desk.page')}
            </Link>
          </p>
        </>
      )}
    </Loaded>
  )
}
