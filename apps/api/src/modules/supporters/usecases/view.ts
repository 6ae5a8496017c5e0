import type { Supported, Supporter } from '@howcanwe/shared/supporters'
import { calledOf } from '../supporters.letters.ts'
import type { WholeRow } from '../supporters.queries.ts'

/** As the person sees it: an address they typed once is not shown again. */
export const shownToPerson = ({ support, helperName }: WholeRow): Supporter => ({
  id: support.id,
  name: helperName ?? (support.calledName || null),
  scopes: support.scopes,
  state: support.state,
  askedAt: support.askedAt,
  until: support.until,
  endedAt: support.endedAt,
})

/** As whoever helps sees it. */
export const shownToHelper = (row: WholeRow): Supported => ({
  id: row.support.id,
  person: {
    id: row.support.personId,
    name: calledOf({
      displayName: row.personName,
      email: row.personEmail,
      phone: row.personPhone,
    }),
  },
  scopes: row.support.scopes,
  state: row.support.state === 'asked' ? 'asked' : 'active',
  until: row.support.until,
})
