import type { Place } from '@howcanwe/shared/places'
import type { ProtectionDraft } from '@howcanwe/shared/protections'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  ButtonGroup,
  Columns,
  ErrorSummary,
  Notice,
  SaveStatus,
  type SummaryError,
} from '../../../ui/index.ts'
import { AgainPart, RiskPart, WhatPart } from './answers.tsx'
import { EvidenceRows } from './evidence-rows.tsx'
import { PagePart } from './page-part.tsx'
import { PublishPart } from './publish-part.tsx'
import { type Decision, useDecision } from './use-decision.ts'
import { useOnePage } from './use-page-words.ts'
import type { Values } from './values.ts'

export interface DecisionFormProps {
  draft: ProtectionDraft
  place: Place
  kept: Values | null
  onPublished: (out: ProtectionDraft) => void
  help: ReactNode
  helpLabel: string
}

/** The boxes that a link from the list of missing answers should lead to. */
const boxOf = (name: string): string => (name === 'evidence' ? 'evidence.0.statement' : name)

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {children}
    </section>
  )
}

/** One page on which to decide to keep something (J-03): eight answers, saved while they are written. */
export function DecisionForm(props: DecisionFormProps) {
  const { draft, place, kept, onPublished, help, helpLabel } = props
  const { t } = useTranslation('protections')
  const compose = useOnePage(draft.decidedBy, place.areas)
  const decision = useDecision({ draft, kept, compose })
  const [summary, setSummary] = useState<SummaryError[]>([])
  const check = async (): Promise<boolean> => {
    const saved = await decision.flush()
    const found = decision.check().map((one) => ({ ...one, name: boxOf(one.name) }))
    setSummary(found)
    return saved && found.length === 0
  }
  return (
    <>
      <ErrorSummary title={t('form.missing')} errors={summary} />
      <Columns aside={help} asideLabel={helpLabel}>
        <SaveStatus state={decision.state} />
        <Conflict decision={decision} />
        <div key={decision.formKey}>
          <Part title={t('form.what')}>
            <WhatPart decision={decision} areas={place.areas} />
          </Part>
          <Part title={t('form.known')}>
            <EvidenceRows decision={decision} />
          </Part>
          <Part title={t('form.risk')}>
            <RiskPart decision={decision} />
          </Part>
          <Part title={t('form.again')}>
            <AgainPart decision={decision} />
          </Part>
          <Part title={t('page.title')}>
            <PagePart decision={decision} />
          </Part>
        </div>
        <Part title={t('publish.title')}>
          <PublishPart decision={decision} onCheck={check} onPublished={onPublished} />
        </Part>
      </Columns>
    </>
  )
}

/** The same draft was saved in another window: the person says whose words stay. */
function Conflict({ decision }: { decision: Decision }) {
  const { t } = useTranslation('protections')
  if (decision.state.kind !== 'conflict') return null
  return (
    <Notice kind="warning" focus heading={t('conflict.title')}>
      <p className="govuk-body">{t('conflict.text')}</p>
      <ButtonGroup>
        <Button onClick={() => void decision.settle('mine')}>{t('conflict.mine')}</Button>
        <Button kind="secondary" onClick={() => void decision.settle('theirs')}>
          {t('conflict.theirs')}
        </Button>
      </ButtonGroup>
    </Notice>
  )
}
