import { type Supporter, supportersContract } from '@howcanwe/shared/supporters'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { Button, ButtonGroup, Details, Notice, Tag } from '../../ui/index.ts'
import { ActList } from './act-list.tsx'
import { useSupporters } from './supporters.queries.ts'
import { lastMomentOf } from './until.ts'
import { useDoing } from './use-doing.ts'

/** Who helps me, whom I asked, and what was done; each can be ended here. */
export function SupporterList() {
  const { t } = useTranslation('supporters')
  const call = useCall()
  const list = useSupporters()
  const { said, doing } = useDoing(supportersContract.mine)
  const end = (one: Supporter) =>
    doing(async () => {
      await call(supportersContract.dismiss, { params: { supportId: one.id }, body: {} })
      return one.state === 'asked' ? t('mine.takenBack') : t('mine.ended', { name: nameOf(one) })
    })
  const nameOf = (one: Supporter) => one.name ?? t('mine.nobody')
  return (
    <Loaded query={list}>
      {({ items }) => (
        <>
          {said ? <Notice key={said.text} kind={said.kind} heading={said.text} focus /> : null}
          {items.length === 0 ? <p className="govuk-body">{t('mine.empty')}</p> : null}
          {items.map((one) => (
            <section key={one.id} aria-labelledby={one.id}>
              <h2 id={one.id} className="govuk-heading-m">
                {nameOf(one)} <Tag>{t(`states.${one.state}`)}</Tag>
              </h2>
              <Facts of={one} />
              {one.state === 'asked' || one.state === 'active' ? (
                <End of={one} name={nameOf(one)} onEnd={() => end(one)} />
              ) : null}
              {one.state === 'active' || one.state === 'ended' ? (
                <Details summary={t('mine.acts', { name: nameOf(one) })}>
                  <ActList supportId={one.id} />
                </Details>
              ) : null}
            </section>
          ))}
        </>
      )}
    </Loaded>
  )
}

function Facts({ of: one }: { of: Supporter }) {
  const { t } = useTranslation('supporters')
  const { day, moment } = useFormats()
  return (
    <>
      <ul className="govuk-list govuk-list--bullet">
        {one.scopes.map((scope) => (
          <li key={scope}>{t(`scopes.${scope}`)}</li>
        ))}
      </ul>
      <p className="govuk-body">
        {one.endedAt
          ? t('mine.over', { when: moment(one.endedAt) })
          : t('until', { when: day(lastMomentOf(one)) })}
      </p>
    </>
  )
}

/** Asked once more, because it takes effect at once. */
function End({ of: one, name, onEnd }: { of: Supporter; name: string; onEnd: () => void }) {
  const { t } = useTranslation('supporters')
  const [sure, setSure] = useState(false)
  const words = one.state === 'asked' ? 'takeBack' : 'end'
  if (!sure)
    return (
      <Button kind="secondary" onClick={() => setSure(true)}>
        {t(`mine.${words}`, { name })}
      </Button>
    )
  return (
    <ButtonGroup>
      <Button kind="secondary" onClick={onEnd}>
        {t(`mine.${words}Sure`, { name })}
      </Button>
      <Button kind="quiet" onClick={() => setSure(false)}>
        {t('mine.keep')}
      </Button>
    </ButtonGroup>
  )
}
