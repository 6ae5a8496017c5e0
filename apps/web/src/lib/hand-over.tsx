import { challengesContract } from '@howcanwe/shared/challenges'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Details, Notice, Select } from '../ui/index.ts'
import { queryFor } from './api.ts'
import { sentenceOf } from './errors.ts'

export interface HandOverToProps {
  /** Whose words under `handOver` are read. */
  ns: 'challenges' | 'protections'
  placeId: string
  /** Where whoever may run this one alone can take it over too. */
  challengeId?: string
  give: (to: string) => Promise<{ handedTo: string }>
  onHanded: () => unknown
}

/** Gives something somebody answers for to a colleague, and says that it is done. */
export function HandOverTo({ ns, placeId, challengeId, give: ask, onHanded }: HandOverToProps) {
  const { t } = useTranslation([ns, 'problems'])
  const [to, setTo] = useState('')
  const colleagues = useQuery(
    queryFor(challengesContract.colleagues, { query: { placeId, challengeId } }),
  )
  const give = useMutation({ mutationFn: () => ask(to), onSuccess: onHanded })
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
