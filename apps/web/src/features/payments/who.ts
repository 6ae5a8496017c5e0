import type { useTranslation } from 'react-i18next'

type Said = ReturnType<typeof useTranslation>['t']

interface Who {
  firstName?: string
  name?: string
  reference: string
  left: boolean
}

/** A first name; whoever has left has none any more. */
export const callOf = ({ firstName, name, reference, left }: Who, t: Said): string =>
  left ? `${t('payments:hasLeft')} (${reference})` : (firstName ?? name ?? '')

/** The same with the reference always, as clerks know people. */
export const nameOf = (who: Who, t: Said): string =>
  who.left ? callOf(who, t) : `${callOf(who, t)} (${who.reference})`

/** What somebody is paid for; moved too late has words of its own. */
export const whyOf = <Why extends string>({ why, moved }: { why: Why; moved: boolean }) =>
  moved ? ('why.moved-late' as const) : (`why.${why}` as const)
