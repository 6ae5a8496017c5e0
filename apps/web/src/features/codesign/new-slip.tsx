import { codesignContract } from '@howcanwe/shared/codesign'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button } from '../../ui/index.ts'
import { PlaceSlip } from './place-slip.tsx'

export interface NewSlipProps {
  groupId: string
  group: string
  member: { id: string; firstName: string }
}

/** For who lost theirs, or never had one: new words, shown once. The old ones stop working. */
export function NewSlip({ groupId, group, member }: NewSlipProps) {
  const { t } = useTranslation(['codesign', 'problems'])
  const call = useCall()
  const make = useMutation({
    mutationFn: () =>
      call(codesignContract.newSlip, { params: { groupId, memberId: member.id }, body: {} }),
    gcTime: 0,
  })
  const name = member.firstName
  if (make.data) return <PlaceSlip slip={make.data} name={name} group={group} />
  return (
    <>
      {make.error ? <p role="alert">{sentenceOf(t, make.error)}</p> : null}
      <Button kind="secondary" busy={make.isPending} onClick={() => make.mutate()}>
        {t('codesign:enter.newSlip', { name })}
      </Button>
    </>
  )
}
