import { CONTACT_BY, type Group, WAYS } from '@howcanwe/shared/codesign'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ForTheDesk, Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { useGroup } from '../../features/codesign/codesign.queries.ts'
import { Agreement } from '../../features/consents/agreement.tsx'
import { useWordings } from '../../features/consents/consents.queries.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { further } from '../further-paths.ts'

/** Joining on paper: the same questions in the same order as they are typed in (PE3). */
export function JoinFormPage() {
  const { groupId = '' } = useParams()
  const group = useGroup(groupId)
  return <Loaded query={group}>{(found) => <OnPaper group={found} />}</Loaded>
}

function OnPaper({ group }: { group: Group }) {
  const { t } = useTranslation(['group-paper', 'codesign'])
  const wordings = useWordings()
  return (
    <SheetOfPaper
      title={t('codesign:join.title', { group: group.name })}
      caption={t('group-paper:form.caption')}
      online={further.joinWith({ code: group.joinCode })}
    >
      <p className="govuk-body">{t('group-paper:never')}</p>
      <Lines short label={t('codesign:join.firstName.label')} />
      <Ticks
        one
        label={t('codesign:join.contactBy.label')}
        items={CONTACT_BY.map((by) => t(`codesign:join.contactBy.${by}`))}
      />
      <Lines short label={t('group-paper:form.contact')} />
      <Ticks
        label={t('codesign:join.ways.label')}
        items={WAYS.map((way) => t(`codesign:join.ways.${way}`))}
      />
      <Lines label={t('codesign:join.needs.label')} hint={t('codesign:join.needs.hint')} />
      <div className="hcw-paper__question">
        <p className="govuk-body">
          <strong>{t('group-paper:form.agree')}</strong>
        </p>
        <Loaded query={wordings}>
          {({ items }) => (
            <Agreement
              wordings={items.filter(
                (w) => w.purpose === 'take-part' || w.purpose === 'access-needs',
              )}
              name={group.facilitator.name}
            />
          )}
        </Loaded>
        <Lines short label={t('group-paper:form.signed')} />
      </div>
      <ForTheDesk />
    </SheetOfPaper>
  )
}
