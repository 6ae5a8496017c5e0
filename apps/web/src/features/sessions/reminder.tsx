import { REMIND, type Remind, sessionsContract } from '@howcanwe/shared/sessions'
import { useTranslation } from 'react-i18next'
import { Select } from '../../ui/index.ts'
import { Refused } from './refused.tsx'
import { useSessionAct } from './sessions.queries.ts'

/** When somebody is reminded: chosen once, for every session. */
export function Reminder({ groupId, remind }: { groupId: string; remind: Remind }) {
  const { t } = useTranslation('sessions')
  const act = useSessionAct()
  return (
    <>
      <Refused error={act.error} />
      <Select
        name="remind"
        label={t('remind.label')}
        value={remind}
        onChange={async ({ target }) => {
          const chosen = REMIND.find((value) => value === target.value)
          if (chosen)
            act.mutate((call) =>
              call(sessionsContract.remind, { params: { groupId }, body: { remind: chosen } }),
            )
        }}
        options={REMIND.map((value) => ({ value, label: t(`remind.${value}`) }))}
      />
    </>
  )
}
