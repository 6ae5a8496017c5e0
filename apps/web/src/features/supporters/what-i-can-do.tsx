import { codesignContract } from '@howcanwe/shared/codesign'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { isProblem } from '../../lib/errors.ts'
import { Button, ButtonGroup, Notice, SummaryList } from '../../ui/index.ts'
import { useGroupPlaces } from './supporters.queries.ts'
import { useDoing } from './use-doing.ts'

/** While somebody does things for a person: where to go on, and their places in groups. */
export function WhatICanDo({ name, links }: { name: string; links: ReactNode }) {
  const { t } = useTranslation('supporters')
  const places = useGroupPlaces()
  const call = useCall()
  const { said, doing } = useDoing(codesignContract.places)
  const leave = (place: { id: string; group: { name: string } }) =>
    doing(async () => {
      await call(codesignContract.leavePlace, { params: { memberId: place.id }, body: {} })
      return t('acting.left', { group: place.group.name })
    })
  const notGroups = isProblem(places.error, 'auth.not_for_supporters')
  return (
    <>
      {said ? <Notice key={said.text} kind={said.kind} heading={said.text} focus /> : null}
      <p className="govuk-body">{t('acting.lead', { name })}</p>
      {links}
      {notGroups ? null : (
        <>
          <h2 className="govuk-heading-m">{t('acting.places', { name })}</h2>
          {places.data?.items.length ? (
            <p className="govuk-body">{t('acting.leaveMoney', { name })}</p>
          ) : null}
          {places.data?.items.length ? (
            <SummaryList
              rows={places.data.items.map((place) => ({
                key: place.id,
                label: place.group.name,
                value: place.reference,
                action: <Leave group={place.group.name} onLeave={() => leave(place)} />,
              }))}
            />
          ) : (
            <p className="govuk-body">{t('acting.noPlaces')}</p>
          )}
        </>
      )}
    </>
  )
}

/** Asked once more: what they told the group is deleted with it. */
function Leave({ group, onLeave }: { group: string; onLeave: () => void }) {
  const { t } = useTranslation('supporters')
  const [sure, setSure] = useState(false)
  if (!sure)
    return (
      <Button
        kind="quiet"
        onClick={() => setSure(true)}
        aria-label={t('acting.leaveOf', { group })}
      >
        {t('acting.leave')}
      </Button>
    )
  return (
    <ButtonGroup>
      <Button kind="secondary" onClick={onLeave}>
        {t('acting.leaveSure')}
      </Button>
      <Button kind="quiet" onClick={() => setSure(false)}>
        {t('acting.stay')}
      </Button>
    </ButtonGroup>
  )
}
