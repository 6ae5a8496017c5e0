import type { OpenCharter } from '@howcanwe/shared/charters'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { AnswerForm } from '../../features/charters/answer-form.tsx'
import { CharterDesk } from '../../features/charters/charter-desk.tsx'
import { CharterText, Rights } from '../../features/charters/charter-text.tsx'
import { useCharter, useOpenCharter } from '../../features/charters/charters.queries.ts'
import { Standing } from '../../features/charters/standing.tsx'
import { TypeAnswers } from '../../features/charters/type-answers.tsx'
import { useMembers } from '../../features/codesign/codesign.queries.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Link, Notice, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'

/** A group's charter: to read for everybody, to answer for its members, to write for whoever runs it (CD1). */
export function CharterPage() {
  const { t } = useTranslation('charters')
  const { groupId = '' } = useParams()
  const agreed = useCharter(groupId)
  const open = useOpenCharter(groupId)
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {open.data?.runs ? <Desk groupId={groupId} {...open.data} /> : null}
      {open.data && !open.data.runs && open.data.open ? (
        <Answering groupId={groupId} open={open.data.open} />
      ) : null}
      <Loaded query={agreed}>
        {(found) => (
          <Agreed charter={found.agreed} isOpen={Boolean(open.data?.open ?? open.data?.begin)} />
        )}
      </Loaded>
      <Rights />
      <p className="govuk-body">
        <Link className="govuk-link" to={further.room({ groupId })}>
          {t('back')}
        </Link>
      </p>
    </>
  )
}

function Agreed({ charter, isOpen }: { charter: OpenCharter['charter'] | null; isOpen: boolean }) {
  const { t } = useTranslation('charters')
  const { day } = useFormats()
  if (!charter) return isOpen ? null : <Notice heading={t('none')} />
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed" className="govuk-heading-m">
        {charter.agreedAt ? t('agreedOn', { day: day(charter.agreedAt) }) : t('text')}
      </h2>
      <CharterText text={charter.text} />
    </section>
  )
}

function Answering({ groupId, open }: { groupId: string; open: OpenCharter }) {
  const { t } = useTranslation('charters')
  return (
    <>
      <section aria-labelledby="asked">
        <h2 id="asked" className="govuk-heading-m">
          {t('asked')}
        </h2>
        <CharterText text={open.charter.text} />
      </section>
      <AnswerForm groupId={groupId} open={open} />
      <Standing open={open} />
    </>
  )
}

function Desk(props: Parameters<typeof CharterDesk>[0]) {
  return (
    <>
      <CharterDesk groupId={props.groupId} open={props.open} begin={props.begin} />
      {props.open?.charter.state === 'asked' ? (
        <Typing groupId={props.groupId} version={props.open.charter.version} />
      ) : null}
    </>
  )
}

function Typing({ groupId, version }: { groupId: string; version: number }) {
  const members = useMembers(groupId)
  return (
    <Loaded query={members} lines={1}>
      {({ items }) => <TypeAnswers groupId={groupId} version={version} people={items} />}
    </Loaded>
  )
}
