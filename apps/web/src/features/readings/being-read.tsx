import type { BeingRead } from '@howcanwe/shared/readings'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { type Fact, Facts, NoticeList, NoticeListItem } from '../../ui/index.ts'

export interface BeingReadListProps {
  items: readonly BeingRead[]
  to: (one: BeingRead) => string
  /** A question as every list draws it. */
  title: (question: string) => ReactNode
  /** BCP 47 of a question. */
  langOf: (question: string) => string
}

/** Challenges pinned up before they open: how long, until when, and whom they still need. */
export function BeingReadList({ items, to, title, langOf }: BeingReadListProps) {
  const { t } = useTranslation('readings')
  const factsOf = useFacts()
  const { soFar } = useWho()
  return (
    <NoticeList label={t('list.label')}>
      {items.map((one) => (
        <NoticeListItem
          key={one.id}
          to={to(one)}
          title={title(one.question)}
          lang={langOf(one.question)}
          caption={one.organisation}
        >
          <Facts size="s" facts={factsOf(one)} />
          <p className="hcw-soft">{soFar(one)}</p>
        </NoticeListItem>
      ))}
    </NoticeList>
  )
}

/** '2 residents and 1 small group'; empty where neither. */
function useWho() {
  const { t } = useTranslation('readings')
  const { list } = useFormats()
  const who = (residents: number, groups: number) =>
    list([
      ...(residents > 0 ? [t('list.residents', { count: residents })] : []),
      ...(groups > 0 ? [t('list.groups', { count: groups })] : []),
    ])
  return {
    soFar: ({ counts }: BeingRead) => {
      const read = who(counts.residents, counts.smallOrganisations)
      return read === '' ? t('list.nobody') : t('list.soFar', { who: read })
    },
    missing: ({ counts, shortened }: BeingRead) => {
      const { residents, smallOrganisations, needed } = counts
      return shortened ? '' : who(needed - residents, needed - smallOrganisations)
    },
  }
}

function useFacts() {
  const { t } = useTranslation('readings')
  const { minutes, day } = useFormats()
  const { missing } = useWho()
  const [now] = useState(() => Date.now())
  return (one: BeingRead): Fact[] => {
    // Its time ends at midnight, which is the next day already.
    const last = one.readUntil ? new Date(one.readUntil.getTime() - 1) : null
    return [
      { key: 'minutes', label: t('page.minutes'), value: minutes(one.minutes) },
      ...(last
        ? [
            {
              key: 'until',
              label: t(last.getTime() < now ? 'list.untilOver' : 'list.until'),
              value: day(last),
            },
          ]
        : []),
      { key: 'needs', label: t('list.needs'), value: missing(one) || t('list.enough') },
    ]
  }
}
