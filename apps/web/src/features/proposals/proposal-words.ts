import type { Proposal } from '@howcanwe/shared/proposals'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'

/** Due at the end of a day is due on that day. */
export const lastMoment = (at: Date): Date => new Date(at.getTime() - 1)

/** The few sentences that list and page both say of a question. */
export function useProposalWords() {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  const peopleOf = (people: number | null): string =>
    people === null ? t('people.few') : t('people.count', { count: people })
  const paperOf = ({ support }: Proposal): string =>
    support.sheets
      .map(({ people, heldBy }) =>
        people === null
          ? t('people.paperFew', { heldBy })
          : t('people.paper', { count: people, heldBy }),
      )
      .join(' ')
  const askedBy = ({ askedBy: all }: Proposal): string =>
    t('askedBy', { names: all.map((name) => name ?? t('aResident')).join(` ${t('and')} `) })
  /** Where it stands, with a day: what happens next, who answers by when. */
  const standing = (one: Proposal): string => {
    const { state, answer, answerBy, gatherUntil } = one
    if (state === 'answering' && answerBy)
      return t(one.late ? 'standing.late' : 'standing.answering', {
        day: date(lastMoment(answerBy)),
      })
    if (answer)
      return t(`standing.${answer.kind}`, { by: answer.by, organisation: answer.organisation })
    if (state === 'gathering' && gatherUntil)
      return t('standing.gathering', { day: date(lastMoment(gatherUntil)) })
    return t(state === 'joined' ? 'standing.joined' : 'standing.lapsed')
  }
  return { peopleOf, paperOf, askedBy, standing }
}
