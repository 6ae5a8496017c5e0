export { type Stopwatch, useStopwatch } from '../../lib/use-stopwatch.ts'
