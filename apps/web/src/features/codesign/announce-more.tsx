import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Details, TextField } from '../../ui/index.ts'

const FIELDS = ['breaks', 'capacity', 'paidMinutes', 'link'] as const
type Name = (typeof FIELDS)[number]

interface MoreProps {
  /** What `register` gives, with an id and the fault of a field. */
  own: (name: Name) => Pick<React.ComponentProps<typeof TextField>, 'name' | 'id' | 'error'>
}

/** What is usual stands in it already; folded until somebody wants it otherwise, or has to mend it. */
export function AnnounceMore({ own }: MoreProps) {
  const { t } = useTranslation('codesign')
  const [isOpen, setOpen] = useState(false)
  const mustMend = FIELDS.some((name) => own(name).error)
  return (
    <Details
      summary={t('announce.more')}
      open={isOpen || mustMend}
      onToggle={(event) => {
        // A fold within a fold: the outer one hears of it too.
        event.stopPropagation()
        setOpen(event.currentTarget.open)
      }}
    >
      <TextField
        {...own('breaks')}
        label={t('announce.breaks')}
        hint={t('announce.breaksHint')}
        optional
      />
      <TextField
        {...own('capacity')}
        label={t('announce.capacity')}
        hint={t('announce.capacityHint')}
        inputMode="numeric"
        width={5}
        optional
      />
      <TextField
        {...own('paidMinutes')}
        label={t('announce.paidMinutes')}
        hint={t('announce.paidMinutesHint')}
        inputMode="numeric"
        width={5}
      />
      <TextField
        {...own('link')}
        label={t('announce.link')}
        hint={t('announce.linkHint')}
        type="url"
        optional
      />
    </Details>
  )
}
