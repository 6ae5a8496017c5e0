import type { JointInterest } from '@howcanwe/shared/joint-interests'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Details } from '../../ui/index.ts'
import { ChoosePartners, type Invited, lacksWhy } from './choose-partners.tsx'
import type { JointSteps } from './joint.queries.ts'
import { Refused } from './refused.tsx'

/** The convenor asks one more; folded away, since few do. */
export function AskOneMore({ joint, steps }: { joint: JointInterest; steps: JointSteps }) {
  const { t } = useTranslation('joint-interests')
  const [chosen, setChosen] = useState<Invited[]>([])
  const { invite } = steps
  const [one] = chosen
  return (
    <Details summary={t('more.title')}>
      <ChoosePartners
        challengeId={joint.challenge.id}
        chosen={chosen}
        onChange={setChosen}
        most={1}
      />
      <Refused error={invite.error} />
      {one ? (
        <Button
          busy={invite.isPending}
          disabled={lacksWhy(one)}
          onClick={() =>
            invite.mutate(
              { organisationId: one.id, why: one.why },
              { onSuccess: () => setChosen([]) },
            )
          }
        >
          {t('start.go')}
        </Button>
      ) : null}
    </Details>
  )
}
