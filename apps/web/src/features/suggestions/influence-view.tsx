import type { Influence, Ratio } from '@howcanwe/shared/suggestions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { Notice, Table, Tag } from '../../ui/index.ts'
import { Experienced } from './experienced.tsx'
import { Figure, type FigureName, type Share, twoPlaces } from './figure.tsx'
import { ReachFigure, StayFigure } from './parity-figures.tsx'
import './suggestions.scss'

type Voices = Influence['decisions']

/** How much each voice counted: a figure, what it was counted from, its rule in a sentence (M18–M24, M27, M28, M38). */
export function InfluenceView({ figures }: { figures: Influence }) {
  const { t } = useTranslation('suggestions')
  const { list } = useFormats()
  const { agenda, reasons, satisfied, meetings, doing, ladder, group } = figures
  return (
    <>
      {group.shown !== group.declared ? (
        <Notice
          kind="warning"
          heading={t('gap.overridden', {
            count: group.overrides,
            rung: t(`ladder.${group.shown}`),
          })}
        />
      ) : null}
      <section aria-labelledby="voices">
        <h2 id="voices" className="govuk-heading-m">
          {t('influence.voiceTitle')}
        </h2>
        <p className="hcw-figure__rule">{t('influence.voiceRule')}</p>
        <VoiceTable title={t('influence.decisions')} table={figures.decisions} />
        <VoiceTable title={t('influence.suggestions')} table={figures.suggestions} />
      </section>
      <RatioFigure name="agenda" ratio={agenda} met={(s) => 3 * s.num >= s.den} />
      <RatioFigure name="reasons" ratio={reasons} met={(s) => s.num === s.den} />
      {satisfied ? (
        <RatioFigure name="homework" ratio={satisfied} met={(s) => 10 * s.num >= 7 * s.den} />
      ) : (
        <Figure name="homework" value={t('influence.none')}>
          {meetings.due === 0
            ? t('influence.homeworkNone')
            : t('influence.homeworkWait', { ...meetings })}
        </Figure>
      )}
      <FeltFigure felt={figures.felt} />
      {figures.reach ? <ReachFigure reach={figures.reach} /> : null}
      <StayFigure stay={figures.stay} />
      <RatioFigure name="doing" ratio={doing} met={(s) => 4 * s.num >= 3 * s.den}>
        {list([
          t('influence.actions', { count: doing.actions }),
          t('influence.tests', { count: doing.tests }),
          t('influence.decided', { count: doing.decisions }),
        ])}
      </RatioFigure>
      {doing.nudge ? <Notice kind="warning" heading={t('influence.nudge')} /> : null}
      {ladder ? (
        <Experienced group={group} ladder={ladder} />
      ) : (
        <p className="govuk-body hcw-soft">{t('influence.gapWait')}</p>
      )}
    </>
  )
}

function VoiceTable({ title, table }: { title: string; table: Voices }) {
  const { t } = useTranslation('suggestions')
  const { number } = useFormats()
  if (table.voices.every(({ closed }) => closed === 0)) {
    return (
      <div className="hcw-figure">
        <h3 className="govuk-heading-s">{title}</h3>
        <p className="govuk-body">{t('influence.nothingClosed')}</p>
      </div>
    )
  }
  return (
    <div className="hcw-figure">
      <Table
        caption={title}
        rows={table.voices}
        rowKey={({ bloc }) => bloc}
        columns={[
          { key: 'voice', heading: t('influence.voice'), cell: ({ bloc }) => t(`blocs.${bloc}`) },
          { key: 'closed', heading: t('influence.closed'), numeric: true, cell: (v) => v.closed },
          { key: 'whole', heading: t('influence.whole'), numeric: true, cell: (v) => v.whole },
          { key: 'half', heading: t('influence.half'), numeric: true, cell: (v) => v.half },
          {
            key: 'share',
            heading: t('influence.share'),
            numeric: true,
            cell: ({ share }) => (share ? number(twoPlaces(share)) : '–'),
          },
        ]}
      />
      <p className="govuk-body">
        <strong>{t('influence.parity')}:</strong>{' '}
        {table.parity ? (
          <>
            {number(twoPlaces(table.parity))}{' '}
            <Tag tone={table.even ? 'pine' : 'caution'}>
              {t(table.even ? 'influence.even' : 'influence.uneven')}
            </Tag>
          </>
        ) : (
          t('influence.noParity')
        )}
      </p>
      <p className="hcw-figure__rule">{t('influence.parityRule')}</p>
    </div>
  )
}

function RatioFigure({
  name,
  ratio,
  met,
  children,
}: {
  name: FigureName
  ratio: Ratio
  met: (share: Share) => boolean
  children?: ReactNode
}) {
  const { t } = useTranslation('suggestions')
  const { part, of, share } = ratio
  if (!share) return <Figure name={name} value={t('influence.none')} />
  return (
    <Figure name={name} value={t('influence.of', { part, of })} met={met(share)}>
      {children}
    </Figure>
  )
}

function FeltFigure({ felt }: { felt: Influence['felt'] }) {
  const { t } = useTranslation('suggestions')
  const { number } = useFormats()
  const { residents, professionals, gap } = felt
  if (!residents) return <Figure name="felt" value={t('influence.feltFew')} />
  const line = (key: 'feltResidents' | 'feltOthers', of: NonNullable<typeof residents>) =>
    t(`influence.${key}`, { mean: number(of.mean), count: of.answers })
  const met = residents.mean >= 3.5 && Math.abs(gap ?? 0) <= 0.5
  return (
    <Figure
      name="felt"
      value={t('influence.of', { part: number(residents.mean), of: 5 })}
      met={met}
    >
      {line('feltResidents', residents)}
      {professionals ? <span className="hcw-line">{line('feltOthers', professionals)}</span> : null}
      {gap === null ? null : (
        <span className="hcw-line">{t('influence.feltGap', { gap: number(gap) })}</span>
      )}
    </Figure>
  )
}
