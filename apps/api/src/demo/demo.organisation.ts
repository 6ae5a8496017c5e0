import type { Capacity, IncomeBand, Kind } from '@howcanwe/shared/organisations'
import type { Theme } from '@howcanwe/shared/places'

type Spare = Partial<Omit<Capacity, 'organisationId' | 'confirmedAt' | 'version'>>

export interface DemoOrganisation {
  key: string
  name: string
  kind: Kind
  band: IncomeBand
  themes: Theme[]
  areas: string[]
  contact: string
  phone: string
  checked?: boolean
  spare?: Spare
}

/** A number that is kept free for made-up people. */
export const phone = (n: number) => `020 7946 0${String(n).padStart(3, '0')}`
