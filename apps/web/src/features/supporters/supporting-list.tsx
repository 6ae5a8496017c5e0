import { type Supported, supportersContract } from '@howcanwe/shared/supporters'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useActFor } from '../../lib/use-act-for.ts'
import { Button, ButtonGroup, Notice } from '../../ui/index.ts'
import { useSupporting } from './supporters.queries.ts'
import { lastMomentOf } from './until.ts'
import { useDoing } from './use-doing.ts'

export interface SupportingListProps {
  /** After the switch, where it goes on for them. */
  onActing: (one: Supported) => void
}

/** Whom I help and who asks me to: yes, no, begin, stop. */
export function SupportingList({ onActing }: SupportingListProps) {
  const { t } = useTranslation('supporters')
  const list = useSupporting()
  const presses = usePresses(onActing)
  const { said } = presses
  return (
    <Loaded query={list}>
      {({ items }) => (
        <>
          {said ? <Notice key={said.text} kind={said.kind} heading={said.text} focus /> : null}
          {items.length === 0 ? <p className="govuk-body">{t('helping.empty')}</p> : null}
          {items.map((one) => (
            <One key={one.id} of={one} {...presses} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function usePresses(onActing: SupportingListProps['onActing']) {
  const { t } = useTranslation('supporters')
  const call = useCall()
  const act = useActFor()
  const { said, doing } = useDoing(supportersContract.supporting)
  const args = (one: Supported) => ({ params: { supportId: one.id }, body: {} })
  const name = (one: Supported) => ({ name: one.person.name })
  return {
    said,
    onYes: (one: Supported) =>
      doing(async () => {
        await call(supportersContract.accept, args(one))
        return t('helping.accepted', name(one))
      }),
    onNo: (one: Supported) =>
      doing(async () => {
        await call(supportersContract.decline, args(one))
        return t('helping.declined', name(one))
      }),
    onStop: (one: Supported) =>
      doing(async () => {
        await call(supportersContract.stop, args(one))
        return t('helping.stopped', name(one))
      }),
    onBegin: (one: Supported) =>
      doing(async () => {
        await act(one.person)
        onActing(one)
        return t('bar.now', name(one))
      }),
  }
}

type Presses = Omit<ReturnType<typeof usePresses>, 'said'>

function One({ of: one, onYes, onNo, onStop, onBegin }: Presses & { of: Supported }) {
  const { t } = useTranslation('supporters')
  const { day } = useFormats()
  const { name } = one.person
  return (
    <section aria-labelledby={one.id}>
      <h2 id={one.id} className="govuk-heading-m">
        {one.state === 'asked' ? t('helping.asks', { name }) : name}
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {one.scopes.map((scope) => (
          <li key={scope}>{t(`scopesFor.${scope}`, { name })}</li>
        ))}
      </ul>
      <p className="govuk-body">{t('until', { when: day(lastMomentOf(one)) })}</p>
      {one.state === 'asked' ? (
        <>
          <p className="govuk-body">{t('helping.rules', { name })}</p>
          <ButtonGroup>
            <Button onClick={() => onYes(one)}>{t('helping.yes', { name })}</Button>
            <Button kind="secondary" onClick={() => onNo(one)}>
              {t('helping.no')}
            </Button>
          </ButtonGroup>
        </>
      ) : (
        <ButtonGroup>
          <Button onClick={() => onBegin(one)}>{t('helping.begin', { name })}</Button>
          <Button kind="quiet" onClick={() => onStop(one)}>
            {t('helping.stop', { name })}
          </Button>
        </ButtonGroup>
      )}
    </section>
  )
}
