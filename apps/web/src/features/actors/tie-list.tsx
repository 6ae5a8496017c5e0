import { actorsContract, KNOWN, type Known, type MapEntry } from '@howcanwe/shared/actors'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { sentenceOf } from '../../lib/errors.ts'
import { Notice, Select } from '../../ui/index.ts'

/** How well we know others. It is on the map when both say so. */
export function TieList({
  entry,
  onSaved,
}: {
  entry: MapEntry
  onSaved: (saved: MapEntry) => void
}) {
  const { t } = useTranslation(['actors', 'problems'])
  const call = useCall()
  const [refusal, setRefusal] = useState<unknown>()
  const [added, setAdded] = useState<readonly string[]>([])
  const say = async (otherId: string, value: string) => {
    const params = { organisationId: entry.organisationId, otherId }
    const known = value === '' ? null : (value as Known)
    setRefusal(undefined)
    await call(actorsContract.sayTie, { params, body: { known } }).then(onSaved, setRefusal)
  }
  const listed = entry.ties.filter((o) => o.mine || o.theirs || added.includes(o.organisationId))
  const others = entry.ties.filter((o) => !listed.includes(o))
  return (
    <>
      <h2 className="govuk-heading-m">{t('actors:ties.title')}</h2>
      <p className="govuk-body">{t('actors:ties.lead')}</p>
      {refusal ? <Notice kind="warning" heading={sentenceOf(t, refusal)} focus /> : null}
      {listed.map((o) => (
        <Select
          key={o.organisationId}
          name={`tie-${o.organisationId}`}
          label={o.name}
          hint={
            o.theirs
              ? t(o.mine ? 'actors:ties.bothSay' : 'actors:ties.theySay', {
                  how: t(`actors:known.${o.theirs}`),
                })
              : undefined
          }
          value={o.mine ?? ''}
          onChange={(event) => say(o.organisationId, event.target.value)}
          placeholder={t('actors:ties.nothing')}
          options={KNOWN.map((value) => ({ value, label: t(`actors:known.${value}`) }))}
        />
      ))}
      {others.length > 0 ? (
        <Select
          name="tie-add"
          label={t('actors:ties.add')}
          value=""
          onChange={(event) => setAdded([...added, event.target.value])}
          placeholder={t('actors:ties.choose')}
          options={others.map((o) => ({ value: o.organisationId, label: o.name }))}
        />
      ) : null}
    </>
  )
}
