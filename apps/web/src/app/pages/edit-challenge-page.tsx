import { type Draft, isBeforeOpening } from '@howcanwe/shared/challenges'
import type { Place } from '@howcanwe/shared/places'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useDraft } from '../../features/challenges/challenges.queries.ts'
import { ComposerForm } from '../../features/challenges/composer/composer-form.tsx'
import { keptValues } from '../../features/challenges/composer/kept.ts'
import type { Composer } from '../../features/challenges/composer/use-composer.ts'
import type { Values } from '../../features/challenges/composer/values.ts'
import { readIn } from '../../features/challenges/composer/zoned.ts'
import { OpenedPanel } from '../../features/challenges/opened-panel.tsx'
import { languageOf } from '../../features/challenges/question.ts'
import { carryFrom } from '../../features/protections/carried.ts'
import { InnovationCheck } from '../../features/protections/innovation-check.tsx'
import { ReadThroughPanel } from '../../features/readings/read-through-panel.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { FairSection, LivePrice } from '../fair-section.tsx'
import { FramingOf } from '../framing-of.tsx'
import { further } from '../further-paths.ts'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'

/** Writing a question; once it is open, what is left to do with it. */
export function EditChallengePage() {
  const { challengeId = '' } = useParams()
  return (
    <SignedIn roles={['commissioner']}>
      <Desk key={challengeId} challengeId={challengeId} />
    </SignedIn>
  )
}

function Desk({ challengeId }: { challengeId: string }) {
  const place = usePlace()
  const client = useQueryClient()
  const [changed, setChanged] = useState<Draft | null>(null)
  const take = (draft: Draft) => {
    setChanged(draft)
    void client.invalidateQueries()
  }
  return (
    <Loaded query={useDraft(challengeId)} lines={6}>
      {(read) => {
        const draft = changed ?? read
        if (!place) return null
        return isBeforeOpening(draft.state) ? (
          <Write key={draft.state} draft={draft} place={place} onOpened={take} />
        ) : (
          <Out draft={draft} justNow={changed?.state === 'open'} onChanged={take} />
        )
      }}
    </Loaded>
  )
}

interface WriteProps {
  draft: Draft
  place: Place
  onOpened: (draft: Draft) => void
}

function Write({ draft, place, onOpened }: WriteProps) {
  const { t } = useTranslation('challenges')
  const [start, setStart] = useState<{ draft: Draft; kept: Values | null } | null>(null)
  useEffect(() => {
    setStart((before) => before ?? { draft, kept: keptValues(draft.id, draft.savedAt) })
  }, [draft])
  return (
    <>
      <PageHeading title={t('composer.title')} lead={t('composer.lead')} />
      {start ? (
        <ComposerForm
          draft={start.draft}
          kept={start.kept}
          place={place}
          today={readIn(place.timeZone, new Date()).day}
          preview={paths.previewChallenge({ challengeId: draft.id })}
          onOpened={onOpened}
          innovation={(composer) => <Innovation composer={composer} />}
          fair={(composer) => <FairSection composer={composer} />}
          price={(composer) => <LivePrice composer={composer} />}
          notes={(field, composer) => <FramingOf field={field} composer={composer} />}
          reading={
            <ReadThroughPanel
              challengeId={draft.id}
              lang={languageOf(draft.question)}
              path={paths.readThrough({ challengeId: draft.id })}
            />
          }
          help={
            <SideNote title={t('help')}>
              <Contact contact={place.contact} />
            </SideNote>
          }
        />
      ) : null}
    </>
  )
}

/** The check of CH3; whoever protects goes on to a decision with what was typed. */
function Innovation({ composer }: { composer: Composer }) {
  const { values, set, errorOf } = composer
  return (
    <InnovationCheck
      value={values}
      onChange={set}
      errorOf={errorOf}
      write={{ to: paths.newProtection(), state: carryFrom(values.rest, values.notAtRisk) }}
      kept={paths.kept()}
      working={further.practices()}
    />
  )
}

interface OutProps {
  draft: Draft
  justNow: boolean
  onChanged: (draft: Draft) => void
}

function Out({ draft, justNow, onChanged }: OutProps) {
  const { t } = useTranslation('challenges')
  const { id: challengeId, slug, question } = draft
  return (
    <>
      <PageHeading
        title={question || t('desk.untitled')}
        caption={t('opened.caption')}
        lang={languageOf(question)}
      />
      <OpenedPanel
        draft={draft}
        justNow={justNow}
        page={slug ? paths.challenge({ slug }) : null}
        responses={paths.responses({ challengeId })}
        amend={paths.amendChallenge({ challengeId })}
        onChanged={onChanged}
      />
    </>
  )
}
