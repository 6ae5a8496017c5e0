import type { Sector } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { SectorMark, type SectorMarkProps } from '../../ui/index.ts'

export const MARKS: Record<Sector, Omit<SectorMarkProps, 'word'>> = {
  community: { shape: 'circle', tone: 'brick' },
  public: { shape: 'square', tone: 'slate' },
  private: { shape: 'pentagon', tone: 'ink' },
  academic: { shape: 'pentagon', tone: 'ink' },
  funder: { shape: 'pentagon', tone: 'ink' },
}

/** Which kind of party this is, as a shape, a colour and a word. */
export function ActorMark({ sector }: { sector: Sector }) {
  const { t } = useTranslation('organisations')
  return <SectorMark {...MARKS[sector]} word={t(`sectors.${sector}`)} />
}
