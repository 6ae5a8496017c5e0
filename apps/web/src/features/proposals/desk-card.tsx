import { type DeskProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { useFormats } from '../../lib/format.ts'
import { Button, ButtonGroup, Link, NoticeListItem, SummaryList, Tag } from '../../ui/index.ts'
import { AnswerNo } from './desk-answer.tsx'
import { Doubles } from './desk-doubles.tsx'
import { GiveBack } from './desk-return.tsx'
import { AddSupport } from './desk-support.tsx'
import { lastMoment } from './proposal-words.ts'
import './proposals.scss'

export interface DeskCardProps {
  item: DeskProposal
  area: string | undefined
  notes: ReactNode
  pageOf: (proposalId: string) => string
  /** The sheet people sign on paper. */
  sheetOf: (proposalId: string) => string
  /** Where a question that was taken over goes on. */
  draftOf: (challengeId: string) => string
  sponsoring?: ReactNode
  /** Asks anew what is shown. */
  onChanged: () => void
  /** The same once it has gone from where it stood; `said` tells what was done. */
  onMoved: (said: string) => void
}

type Press = (done: Promise<unknown>, said: 'published' | 'joined' | 'adopted') => void

function useFacts({ item, area }: Pick<DeskCardProps, 'item' | 'area'>) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  const { asker, typedBy } = item
  const rows: [string, ReactNode][] = [
    ['story', item.story],
    ['where', [area ?? t('form.areaAll'), item.whereAbouts].filter(Boolean).join(' · ')],
    ['affected', item.affected],
    ['asker', asker ? `${asker.firstName}: ${asker.contact}` : null],
    ['typedBy', typedBy],
    [
      'behind',
      t('desk.behindOf', { people: item.people, paper: item.onPaper, needed: item.needed }),
    ],
    ['sponsors', item.sponsors.join(' · ') || null],
    [
      'due',
      item.state === 'to-read'
        ? date(lastMoment(item.readBy))
        : item.answerBy && date(lastMoment(item.answerBy)),
    ],
  ]
  return rows.flatMap(([key, value]) =>
    value ? [{ key, label: t(`desk.fact.${key}`), value }] : [],
  )
}

/** One question on the desk, with what this person may do with it. */
export function DeskCard(props: DeskCardProps) {
  const { item, notes, pageOf, sheetOf, draftOf, sponsoring, onChanged, onMoved } = props
  const { t } = useTranslation('proposals')
  const call = useCall()
  const [wrong, setWrong] = useState('')
  const params = { proposalId: item.id }
  const press: Press = (done, said) =>
    void done
      .then(() => onMoved(t(`desk.did.${said}`)))
      .catch((error: unknown) => setWrong(sentenceOf(t, error)))
  const isOut = !['to-read', 'returned'].includes(item.state)
  return (
    <NoticeListItem
      level={3}
      title={item.question}
      lang={item.language}
      {...(isOut ? { to: pageOf(item.id) } : {})}
      caption={
        <>
          <Tag tone={item.late ? 'caution' : 'quiet'}>
            {t(item.late ? 'state.late' : `state.${item.state}`)}
          </Tag>{' '}
          {item.reference}
        </>
      }
    >
      <SummaryList rows={useFacts(props)} />
      {item.can.read ? notes : null}
      {wrong ? (
        <p className="govuk-error-message" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="hcw-proposal__desk">
        {item.can.read ? (
          <>
            <p className="govuk-body">{t('desk.readFor')}</p>
            <Button
              onClick={() =>
                press(call(proposalsContract.publish, { params, body: {} }), 'published')
              }
            >
              {t('desk.publish')}
            </Button>
            <GiveBack item={item} onDone={onMoved} />
          </>
        ) : null}
        {item.can.join ? (
          <Doubles
            item={item}
            pageOf={pageOf}
            onJoin={(into) =>
              press(call(proposalsContract.join, { params, body: { into } }), 'joined')
            }
          />
        ) : null}
        {item.can.addSupport ? (
          <AddSupport item={item} sheetAt={sheetOf(item.id)} onDone={onChanged} />
        ) : null}
        {sponsoring}
        {item.can.answer ? (
          <>
            <ButtonGroup>
              <Button
                onClick={() =>
                  press(call(proposalsContract.adopt, { params, body: {} }), 'adopted')
                }
              >
                {t('desk.adopt')}
              </Button>
            </ButtonGroup>
            <AnswerNo item={item} onDone={onMoved} />
          </>
        ) : null}
        {item.challengeId ? (
          <p className="govuk-body">
            <Link to={draftOf(item.challengeId)}>{t('desk.toDraft')}</Link>
          </p>
        ) : null}
      </div>
    </NoticeListItem>
  )
}
