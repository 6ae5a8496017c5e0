import { LADDER } from '@howcanwe/shared/codesign'
import { type Inside, MARKS } from '@howcanwe/shared/suggestions'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Lines, SheetOfPaper, Ticks } from '../../features/cases/paper.tsx'
import { useInside } from '../../features/suggestions/suggestions.queries.ts'
import '../../features/decisions/decisions.scss'
import { Loaded } from '../../lib/loaded.tsx'

/** What was said, what came of it, and a mark to tick beside each, for whoever marks on paper (CD6, PE3, J-21). */
export function HomeworkSheetPage() {
  const { groupId = '' } = useParams()
  const inside = useInside(groupId)
  return <Loaded query={inside}>{(found) => <Homework inside={found} />}</Loaded>
}

function Homework({ inside }: { inside: Inside }) {
  const { t } = useTranslation(['group-paper', 'suggestions'])
  return (
    <SheetOfPaper title={t('group-paper:homework.title')} caption={inside.group.name}>
      <p className="govuk-body">{t('group-paper:homework.lead')}</p>
      {inside.items.map((one) => (
        <Ticks
          key={one.id}
          one
          label={`${one.number}. ${one.text}`}
          hint={[t(`suggestions:state.${one.state}`), one.moves.at(-1)?.words]
            .filter(Boolean)
            .join(': ')}
          items={MARKS.map((mark) => t(`suggestions:marks.${mark}`))}
        />
      ))}
      {inside.homework?.ladderAsked ? (
        <Ticks
          one
          label={t('suggestions:rate.legend')}
          items={[...LADDER].reverse().map((rung) => t(`suggestions:ladder.${rung}`))}
        />
      ) : null}
      <div className="hcw-ballot-strip">
        <Lines
          short
          label={t('group-paper:ballot.reference')}
          hint={t('group-paper:homework.cut')}
        />
      </div>
    </SheetOfPaper>
  )
}
