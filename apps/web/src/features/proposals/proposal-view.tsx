import type { Proposal } from '@howcanwe/shared/proposals'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Link, Notice, PageHeading, Sheet, type Station, Thread } from '../../ui/index.ts'
import { lastMoment, useProposalWords } from './proposal-words.ts'
import './proposals.scss'

export interface ProposalViewProps {
  proposal: Proposal
  area: string | undefined
  /** The form to stand behind it, while it is open. */
  support?: ReactNode
  /** For whoever may sponsor it. */
  sponsoring?: ReactNode
  challengeAt: (slug: string) => string
}

/** One question as everybody reads it: question, story, who stands behind it, what happens next, who answers by when. */
export function ProposalView({
  proposal,
  area,
  support,
  sponsoring,
  challengeAt,
}: ProposalViewProps) {
  const { t } = useTranslation('proposals')
  const { askedBy, standing } = useProposalWords()
  const { language: lang } = proposal
  return (
    <article>
      <Sheet
        facts={[
          {
            key: 'where',
            label: t('page.where'),
            value: [area ?? t('form.areaAll'), proposal.whereAbouts].filter(Boolean).join(' · '),
          },
          {
            key: 'who',
            label: t('page.affected'),
            value: <span lang={lang}>{proposal.affected}</span>,
          },
        ]}
      >
        <PageHeading
          title={proposal.question}
          caption={t('page.caption')}
          size="xl"
          lang={lang}
          lead={askedBy(proposal)}
        />
      </Sheet>
      {proposal.late ? (
        <Notice kind="warning" heading={standing(proposal)}>
          <p className="govuk-body">{t('page.lateText')}</p>
        </Notice>
      ) : null}
      <Answered proposal={proposal} challengeAt={challengeAt} />
      <h2 className="govuk-heading-m">{t('page.story')}</h2>
      <p className="govuk-body hcw-proposal__story" lang={lang}>
        {proposal.story}
      </p>
      <Backing proposal={proposal} />
      <Way proposal={proposal} />
      {support}
      {sponsoring}
    </article>
  )
}

function Answered({ proposal, challengeAt }: Pick<ProposalViewProps, 'proposal' | 'challengeAt'>) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  const { answer } = proposal
  if (!answer) return null
  return (
    <section className="hcw-proposal__answer" aria-labelledby="answer">
      <h2 className="govuk-heading-m" id="answer">
        {t(`answer.${answer.kind}`)}
      </h2>
      {answer.reasons ? <p className="govuk-body">{answer.reasons}</p> : null}
      {answer.nextStep ? (
        <>
          <h3 className="govuk-heading-s">{t('answer.next')}</h3>
          <p className="govuk-body">{answer.nextStep}</p>
        </>
      ) : null}
      {answer.kind === 'adopted' ? (
        <p className="govuk-body">
          {answer.challengeSlug ? (
            <Link to={challengeAt(answer.challengeSlug)}>{t('answer.open')}</Link>
          ) : (
            t('answer.draft')
          )}
        </p>
      ) : null}
      <p className="govuk-body">
        <strong>{answer.by}</strong>, {answer.organisation}, {date(answer.at)}
      </p>
    </section>
  )
}

/** How many, how many more it takes, paper apart, and who sponsors it by name. */
function Backing({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals')
  const { peopleOf, paperOf } = useProposalWords()
  const { support, sponsors, state } = proposal
  return (
    <>
      <section className="hcw-proposal__backing" aria-labelledby="behind">
        <h2 className="govuk-visually-hidden" id="behind">
          {t('page.behind')}
        </h2>
        <p className="hcw-proposal__count">{peopleOf(support.people)}</p>
        {support.sheets.length > 0 ? <p className="govuk-body">{paperOf(proposal)}</p> : null}
        {state === 'gathering' ? (
          <p className="govuk-body">{t('page.needed', { count: support.needed })}</p>
        ) : null}
        <p className="govuk-body">{t(support.people === null ? 'page.fewWhy' : 'page.once')}</p>
      </section>
      {sponsors.length > 0 ? (
        <section aria-labelledby="sponsors">
          <h2 className="govuk-heading-m" id="sponsors">
            {t('page.sponsors')}
          </h2>
          <ul className="hcw-proposal__sponsors">
            {sponsors.map((one) => (
              <li key={`${one.name} ${one.organisation}`}>
                <strong>{one.name}</strong>
                {`, ${one.organisation ?? t('page.elected')}: `}
                <q>{one.because}</q>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** The way of a question, with a day at each station. */
function Way({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  const { standing } = useProposalWords()
  const { state, publishedAt, backedAt, answer, answerBy, gatherUntil } = proposal
  const until = gatherUntil ? date(lastMoment(gatherUntil)) : ''
  const by = answerBy ? date(lastMoment(answerBy)) : ''
  const stations: Station[] = [
    { key: 'asked', state: 'done', verb: t('way.asked'), date: date(publishedAt) },
    {
      key: 'backed',
      state: backedAt || answer ? 'done' : 'now',
      verb: t(backedAt || answer ? 'way.backed' : 'way.gathering'),
      date: backedAt ? date(backedAt) : t('way.until', { day: until }),
    },
    {
      key: 'answered',
      state: answer ? 'done' : state === 'answering' ? 'now' : 'to-come',
      verb: t(answer ? 'way.answered' : 'way.answer'),
      date: answer ? date(answer.at) : by ? t('way.by', { day: by }) : t('way.within'),
    },
  ]
  if (state === 'lapsed' || state === 'joined')
    return <p className="govuk-body">{standing(proposal)}</p>
  return (
    <section aria-labelledby="next">
      <h2 className="govuk-heading-m" id="next">
        {t('page.next')}
      </h2>
      <Thread stations={stations} label={t('page.next')} summary={standing(proposal)} />
    </section>
  )
}
