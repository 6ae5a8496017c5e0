import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useDraft } from '../../features/challenges/challenges.queries.ts'
import { readIn } from '../../features/challenges/composer/zoned.ts'
import { ChallengeView } from '../../features/challenges/view/challenge-view.tsx'
import { shownDraft } from '../../features/challenges/view/shown.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { FairPart } from '../fair-part.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** A draft drawn with the very parts of the public page. */
export function PreviewChallengePage() {
  const { challengeId = '' } = useParams()
  return (
    <SignedIn roles={['commissioner']}>
      <Preview challengeId={challengeId} />
    </SignedIn>
  )
}

function Preview({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('challenges')
  const place = usePlace()
  const draft = useDraft(challengeId)
  return (
    <Loaded query={draft} lines={7}>
      {(read) => {
        if (!place) return null
        const dayOf = (at: Date) => readIn(place.timeZone, at).day
        const shown = shownDraft(read, place.areas, dayOf(new Date()), dayOf)
        return (
          <>
            <Notice heading={t('preview.title')}>
              <p className="govuk-body">
                {read.missing.length > 0
                  ? t('preview.missing', { count: read.missing.length })
                  : t('preview.whole')}{' '}
                <Link to={paths.editChallenge({ challengeId })}>{t('preview.back')}</Link>
              </p>
            </Notice>
            <ChallengeView
              challenge={shown}
              fair={<FairPart challenge={shown} />}
              help={
                <SideNote title={t('help')}>
                  <Contact contact={place.contact} />
                </SideNote>
              }
            />
          </>
        )
      }}
    </Loaded>
  )
}
