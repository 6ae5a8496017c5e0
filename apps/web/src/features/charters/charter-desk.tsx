import type { OpenCharter } from '@howcanwe/shared/charters'
import { useTranslation } from 'react-i18next'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, Notice } from '../../ui/index.ts'
import { CharterText } from './charter-text.tsx'
import { useAskCharter, useSettleCharter, type Words } from './charters.queries.ts'
import { Standing } from './standing.tsx'
import { WriteForm } from './write-form.tsx'

export interface CharterDeskProps {
  groupId: string
  open: OpenCharter | null
  begin: Words | null
}

/** For whoever runs the group: write, ask, see how far it is, settle. Never answers. */
export function CharterDesk({ groupId, open, begin }: CharterDeskProps) {
  const { t } = useTranslation('charters')
  const text = open?.charter.text ?? begin
  if (!text) return null
  if (open?.charter.state !== 'asked')
    return (
      <>
        <WriteForm groupId={groupId} text={text} wasAsked={false} />
        {open ? <Ask groupId={groupId} /> : null}
      </>
    )
  const { charter } = open
  return (
    <>
      <Standing open={open} />
      <Settle groupId={groupId} />
      <h2 className="govuk-heading-m">{t('text')}</h2>
      <CharterText text={charter.text} />
      <Details summary={t('write.reword')}>
        <WriteForm key={charter.version} groupId={groupId} text={charter.text} wasAsked />
      </Details>
    </>
  )
}

function Ask({ groupId }: { groupId: string }) {
  const { t } = useTranslation(['charters', 'problems'])
  const ask = useAskCharter(groupId)
  return (
    <section>
      <h2 className="govuk-heading-m">{t('charters:ask.title')}</h2>
      <p className="govuk-body">{t('charters:ask.text')}</p>
      {ask.error ? <Notice kind="warning" heading={sentenceOf(t, ask.error)} focus /> : null}
      <Button busy={ask.isPending} onClick={() => ask.mutate(undefined)}>
        {t('charters:ask.press')}
      </Button>
    </section>
  )
}

function Settle({ groupId }: { groupId: string }) {
  const { t } = useTranslation(['charters', 'problems'])
  const settle = useSettleCharter(groupId)
  return (
    <section>
      {settle.error ? <Notice kind="warning" heading={sentenceOf(t, settle.error)} focus /> : null}
      <p className="govuk-body">{t('charters:settle.text')}</p>
      <Button busy={settle.isPending} onClick={() => settle.mutate(undefined)}>
        {t('charters:settle.press')}
      </Button>
    </section>
  )
}
