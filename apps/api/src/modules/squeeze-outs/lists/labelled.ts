import type { SqueezeOut } from '@howcanwe/shared/squeeze-outs'

/** A sentence of an ask, made up by us, and what a careful reader says is wrong with it. */
export type Labelled = readonly [sentence: string, codes: readonly SqueezeOut[]]
