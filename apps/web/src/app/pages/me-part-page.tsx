import type { Erasure } from '@howcanwe/shared/identity'
import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Agreement } from '../../features/consents/agreement.tsx'
import { ConsentList } from '../../features/consents/consent-list.tsx'
import { useLedger, useWordings, wordingFor } from '../../features/consents/consents.queries.ts'
import { LookList } from '../../features/consents/look-list.tsx'
import { DeviceList } from '../../features/identity/device-list.tsx'
import { EraseForm } from '../../features/identity/erase-form.tsx'
import { useMyFormats } from '../../features/identity/formats.queries.ts'
import { FormatsForm } from '../../features/identity/formats-form.tsx'
import { NewEmailForm } from '../../features/identity/new-email-form.tsx'
import { ReachForm } from '../../features/identity/reach-form.tsx'
import { apiOf } from '../../lib/api.ts'
import { dropAllDrafts } from '../../lib/drafts.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { endSession, useActing, useSession } from '../../lib/session.ts'
import { ButtonLink, Link, Loading, Notice, PageHeading } from '../../ui/index.ts'
import { Page, page } from '../page.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'
import { useProof } from '../proving.tsx'
import { SignedIn } from '../signed-in.tsx'
import { ActingPage, Helped, Helping } from './me-helped.tsx'
import { MyPasskeys } from './me-passkeys.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** The parts of "My details" that have a page of their own, by the last word of their address. */
const PARTS: Record<string, ComponentType> = {
  contact: Reach,
  formats: Formats,
  helped: Helped,
  helping: Helping,
  devices: Devices,
  passkeys: MyPasskeys,
  'who-looked': WhoLooked,
  everything: Everything,
  hearing: Hearing,
}

/** One part of what is kept about the person who is signed in. */
export function MePartPage() {
  const { part = '' } = useParams()
  const acting = useActing()
  if (acting) return <ActingPage acting={acting} />
  if (part === 'erase') return <ErasePage />
  const Part = PARTS[part]
  if (!Part) return <NotFoundPage />
  return (
    <SignedIn>
      <Heading part={part} />
      <Part />
      <Back />
    </SignedIn>
  )
}

function Heading({ part }: { part: string }) {
  const { t, i18n } = useTranslation('identity')
  const lead = `parts.${part}.lead`
  return (
    <PageHeading
      title={t(`parts.${part}.title`)}
      lead={i18n.exists(`identity:${lead}`) ? t(lead) : undefined}
    />
  )
}

function Back() {
  const { t } = useTranslation('identity')
  return (
    <p className="govuk-body">
      <Link className="govuk-link" to={paths.me()}>
        {t('parts.back')}
      </Link>
    </p>
  )
}

function Reach() {
  const { me } = useSession()
  const place = usePlace()
  const wordings = useWordings()
  const { prove, step } = useProof()
  if (!me) return null
  return (
    <>
      {step}
      <NewEmailForm me={me} prove={prove} />
      <Loaded query={wordings}>
        {({ items }) => {
          const wording = wordingFor(items, 'phone')
          return (
            <ReachForm
              me={me}
              prove={prove}
              texts={place?.texts ?? false}
              agreement={wording ? <Agreement wordings={[wording]} /> : null}
              agreementVersion={wording?.version}
            />
          )
        }}
      </Loaded>
    </>
  )
}

function Formats() {
  const mine = useMyFormats()
  const wordings = useWordings()
  return (
    <Loaded query={mine}>
      {(formats) => (
        <Loaded query={wordings}>
          {({ items }) => {
            const wording = wordingFor(items, 'formats')
            return (
              <FormatsForm
                mine={formats}
                agreement={wording ? <Agreement wordings={[wording]} /> : null}
                agreementVersion={wording?.version}
              />
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

const myHearing = page(
  () => import('./my-hearing.tsx').then((m) => m.MyHearing),
  ['alerts', 'problems'],
)

/** With words of its own, which nobody else needs. */
function Hearing() {
  return (
    <Suspense fallback={<Loading lines={4} />}>
      <Page of={myHearing} />
    </Suspense>
  )
}

function Devices() {
  return <DeviceList />
}

const myEverything = page(
  () => import('./my-everything.tsx').then((m) => m.MyEverything),
  ['held+did', 'held+letters'],
)

/** In words of its own, for all that can be held. */
function Everything() {
  return (
    <Suspense fallback={<Loading lines={8} />}>
      <Page of={myEverything} />
    </Suspense>
  )
}

function WhoLooked() {
  const ledger = useLedger()
  return (
    <Loaded query={ledger}>
      {({ consents, looks }) => (
        <>
          <LookList looks={looks} />
          <ConsentList consents={consents} />
        </>
      )}
    </Loaded>
  )
}

/** Stays on the screen when nobody is signed in any more, to say that it is done. */
function ErasePage() {
  const { t } = useTranslation('identity')
  const client = useQueryClient()
  const [erased, setErased] = useState(false)
  const { prove, step } = useProof()
  if (erased) {
    return (
      <>
        <PageHeading title={t('erase.done')} />
        <Notice kind="success" heading={t('erase.doneText')} focus />
      </>
    )
  }
  const leave = () => {
    setErased(true)
    apiOf(client).forget()
    dropAllDrafts()
    endSession(client)
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  }
  return (
    <SignedIn>
      <Heading part="erase" />
      {step}
      <EraseForm
        prove={prove}
        onErased={leave}
        handOver={(kind) => <HandOver kind={kind} />}
        keep={
          <ButtonLink kind="secondary" to={paths.me()}>
            {t('erase.keep')}
          </ButtonLink>
        }
      />
    </SignedIn>
  )
}

type BlockerKind = Erasure['blockers'][number]['kind']

const HANDED_OVER_AT: Record<
  Exclude<BlockerKind, 'group' | 'role'>,
  [to: () => string, words: string]
> = {
  challenge: [paths.desk, 'erase.toDesk'],
  protection: [paths.myProtections, 'erase.toKept'],
  organisation: [paths.today, 'erase.toToday'],
}

/** Where it is handed over; a group is by telephone. */
function HandOver({ kind }: { kind: BlockerKind }) {
  const { t } = useTranslation('identity')
  if (kind === 'group' || kind === 'role') return null
  const [to, words] = HANDED_OVER_AT[kind]
  return (
    <Link className="govuk-link" to={to()}>
      {t(words)}
    </Link>
  )
}
