import * as z from 'zod/mini'
import { BLOCS } from '../codesign/codesign.board.ts'
import { WAYS } from '../codesign/codesign.schemas.ts'
import { reach } from '../recruitment/recruitment.reach.ts'
import { experienced, saidGroup } from './suggestions.schemas.ts'

const whole = z.number()
const fraction = z.object({ num: whole, den: whole })
const voiceFigures = z.object({
  bloc: z.enum(BLOCS),
  closed: whole,
  whole: whole,
  half: whole,
  share: z.nullable(fraction),
})
const table = z.object({
  voices: z.array(voiceFigures),
  parity: z.nullable(fraction),
  even: z.nullable(z.boolean()),
})
export const ratio = z.object({ part: whole, of: whole, share: z.nullable(fraction) })
export type Ratio = z.output<typeof ratio>

/** How much each voice counted (M18–M24, M27, M28, M38), each figure with its counts. */
export const influence = z.object({
  group: saidGroup,
  isPublic: z.boolean(),
  decisions: table,
  suggestions: table,
  agenda: ratio,
  reasons: ratio,
  /** M22; only marks that are published count. */
  satisfied: z.nullable(ratio),
  meetings: z.object({ due: whole, held: whole }),
  /** Means in tenths; null below five people. */
  felt: z.object({
    residents: z.nullable(z.object({ mean: z.number(), answers: whole })),
    professionals: z.nullable(z.object({ mean: z.number(), answers: whole })),
    gap: z.nullable(z.number()),
  }),
  ladder: z.nullable(z.array(experienced)),
  /** M27, of the last draw; null where nobody was drawn, or nobody said who is affected. */
  reach: z.nullable(reach),
  /** M28: the way of taking part whose people came least, beside everybody; null while fewer than five can be told apart. */
  stay: z.nullable(
    z.object({
      way: z.enum(WAYS),
      came: whole,
      asked: whole,
      allCame: whole,
      allAsked: whole,
      parity: fraction,
    }),
  ),
  doing: z.object({
    ...ratio.shape,
    actions: whole,
    tests: whole,
    decisions: whole,
    /** The last two sessions led to nothing: stop, change or test. */
    nudge: z.boolean(),
  }),
})
export type Influence = z.output<typeof influence>
