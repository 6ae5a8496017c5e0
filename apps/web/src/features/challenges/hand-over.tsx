import { challengesContract, type Draft } from '@howcanwe/shared/challenges'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Button, Details, Notice, Select } from '../../ui/index.ts'

/** Gives the challenge to a colleague: on leaving, or when one's own organisation has answered (FR-09). */
export function HandOver({
  draft,
  onHanded,
}: {
  draft: Pick<Draft, 'id' | 'placeId'>
  onHanded?: () => void
}) {
  const { t } = useTranslation(['challenges', 'problems'])
  const call = useCall()
  const client = useQueryClient()
  const [to, setTo] = useState('')
  const colleagues = useQuery(
    queryFor(challengesContract.colleagues, { query: { placeId: draft.placeId } }),
  )
  const give = useMutation({
    mutationFn: () =>
      call(challengesContract.handOver, { params: { challengeId: draft.id }, body: { to } }),
    onSuccess: () => {
      onHanded?.()
      return client.invalidateQueries({ queryKey: keyOf(challengesContract.mine) })
    },
  })
  if (give.data)
    return (
      <Notice kind="success" focus heading={t('handOver.done', { name: give.data.handedTo })} />
    )
  const items = colleagues.data?.items ?? []
  return (
    <Details summary={t('handOver.title')}>
      <p className="govuk-body">{t('handOver.text')}</p>
      {colleagues.data && items.length === 0 ? (
        <p className="govuk-body">{t('handOver.nobody')}</p>
      ) : (
        <>
          <Select
            name="to"
            label={t('handOver.who')}
            placeholder={t('handOver.choose')}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            error={give.error ? sentenceOf(t, give.error) : undefined}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
          <Button kind="secondary" busy={give.isPending || to === ''} onClick={() => give.mutate()}>
            {t('handOver.go')}
          </Button>
        </>
      )}
    </Details>
  )
}
