import {
  type OwnProposal,
  proposalsContract,
  SHOWN_AS,
  type ShownAs,
} from '@howcanwe/shared/proposals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, Details, Link, Notice, Radios, Tag } from '../../ui/index.ts'
import { ChangeWords } from './change-words.tsx'
import { CommentForm } from './comment-form.tsx'
import { CommentList } from './comment-list.tsx'
import type { Door } from './door.ts'
import { lastMoment, useProposalWords } from './proposal-words.ts'
import type { Area } from './question-fields.tsx'
import './proposals.scss'

interface OwnViewProps {
  own: OwnProposal
  door: Door
  areas: readonly Area[]
  pageOf: (proposalId: string) => string
  onChanged: (own: OwnProposal) => void
  onGone: () => void
}

/** One's own question, with a slip or signed in: where it stands, the draft it became, how one is named. */
export function OwnView({ own, door, areas, pageOf, onChanged, onGone }: OwnViewProps) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  const { standing } = useProposalWords()
  return (
    <>
      <p>
        <Tag tone="pine">{t(`state.${own.state}`)}</Tag>
      </p>
      <h2 className="govuk-heading-l">{own.question}</h2>
      <p className="govuk-body hcw-proposal__story">{own.story}</p>
      {own.state === 'to-read' ? (
        <p className="govuk-body">{t('own.toRead', { day: date(lastMoment(own.readBy)) })}</p>
      ) : null}
      {own.shown ? (
        <p className="govuk-body">
          {standing(own.shown)}{' '}
          <Link to={pageOf(own.shown.joinedInto?.id ?? own.id)}>{t('own.page')}</Link>
        </p>
      ) : null}
      {own.returned ? (
        <>
          <Notice kind="warning" heading={t(`return.${own.returned.reason}`)}>
            <p className="govuk-body">{own.returned.note}</p>
          </Notice>
          <ChangeWords own={own} door={door} areas={areas} onChanged={onChanged} />
        </>
      ) : null}
      <Draft own={own} door={door} onChanged={onChanged} />
      <Naming own={own} door={door} onChanged={onChanged} />
      <Leaving own={own} door={door} onGone={onGone} />
    </>
  )
}

function Draft({ own, door, onChanged }: Pick<OwnViewProps, 'own' | 'door' | 'onChanged'>) {
  const { t } = useTranslation('proposals')
  const { draft } = own
  if (!draft) return null
  const parts = (['summary', 'whyNow', 'whoIsAffected', 'outcome'] as const).filter(
    (p) => draft[p] !== '',
  )
  return (
    <section aria-labelledby="draft">
      <h2 className="govuk-heading-m" id="draft">
        {t('draft.title')}
      </h2>
      <p className="govuk-body">{t('draft.lead')}</p>
      <div className="hcw-proposal__backing">
        <h3 className="govuk-heading-s">{draft.question}</h3>
        {parts.map((part) => (
          <p className="govuk-body" key={part}>
            <strong>{t(`draft.part.${part}`)}</strong>
            <br />
            {draft[part]}
          </p>
        ))}
      </div>
      <CommentList comments={draft.comments} />
      <CommentForm door={door} onSaid={onChanged} />
    </section>
  )
}

function Naming({ own, door, onChanged }: Pick<OwnViewProps, 'own' | 'door' | 'onChanged'>) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [chosen, setChosen] = useState<ShownAs>(own.shownAs)
  const [said, setSaid] = useState('')
  const save = async () => {
    try {
      onChanged(await call(proposalsContract.showAs, { body: { door, shownAs: chosen } }))
      setSaid(t('own.named'))
    } catch (error) {
      setSaid(sentenceOf(t, error))
    }
  }
  return (
    <Details summary={t('own.naming')}>
      <Radios
        name="shownAs"
        legend={t('form.you.named')}
        defaultValue={own.shownAs}
        onChange={({ target }) => setChosen((target as HTMLInputElement).value as ShownAs)}
        choices={SHOWN_AS.map((value) => ({
          value,
          label: value === 'first-name' ? own.firstName : t('form.shownAs.a-resident'),
        }))}
      />
      <Button kind="secondary" onClick={() => void save()}>
        {t('own.save')}
      </Button>
      <p className="govuk-body" role="status">
        {said}
      </p>
    </Details>
  )
}

function Leaving({ own, door, onGone }: Pick<OwnViewProps, 'own' | 'door' | 'onGone'>) {
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [said, setSaid] = useState('')
  const isOut = own.shown !== null
  const leave = async () => {
    try {
      await call(proposalsContract.leave, { body: { door } })
      onGone()
    } catch (error) {
      setSaid(sentenceOf(t, error))
    }
  }
  return (
    <Details summary={t(isOut ? 'own.leaveName' : 'own.takeBack')}>
      <p className="govuk-body">{t(isOut ? 'own.leaveNameText' : 'own.takeBackText')}</p>
      <Button kind="warning" onClick={() => void leave()}>
        {t(isOut ? 'own.leaveName' : 'own.takeBack')}
      </Button>
      <p className="govuk-body" role="status">
        {said}
      </p>
    </Details>
  )
}
