import type { Sector } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { type MarkShape, type MarkTone, SectorMark } from '../../ui/index.ts'

const MARKS: Record<Sector, { shape: MarkShape; tone: MarkTone }> = {
  community: { shape: 'circle', tone: 'brick' },
  public: { shape: 'square', tone: 'slate' },
  private: { shape: 'pentagon', tone: 'ink' },
  academic: { shape: 'pentagon', tone: 'ink' },
  funder: { shape: 'pentagon', tone: 'ink' },
}

/** Which kind of party an organisation is, as a shape, a colour and a word. */
export function OrganisationMark({ sector }: { sector: Sector }) {
  const { t } = useTranslation('organisations')
  return <SectorMark {...MARKS[sector]} word={t(`sectors.${sector}`)} />
}
