import type { Sector } from '@howcanwe/shared/organisations'
import { useTranslation } from 'react-i18next'
import { SectorMark, type SectorMarkProps } from '../../ui/index.ts'

const MARKS: Record<Sector, Omit<SectorMarkProps, 'word'>> = {
  community: { shape: 'circle', tone: 'brick' },
  public: { shape: 'square', tone: 'slate' },
  private: { shape: 'pentagon', tone: 'ink' },
  academic: { shape: 'pentagon', tone: 'ink' },
  funder: { shape: 'pentagon', tone: 'ink' },
}

/** Which kind of party this is. Its words are few and stand beside the public ones, so that a public page need not read all of `organisations`. */
export function OrganisationSector({ sector }: { sector: Sector }) {
  const { t } = useTranslation('cohorts')
  return <SectorMark {...MARKS[sector]} word={t(`sectors.${sector}`)} />
}
