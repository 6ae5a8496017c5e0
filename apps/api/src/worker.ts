import { runProcess } from './start/process.ts'
import { startWorker } from './worker-loop.ts'

await runProcess(startWorker)
