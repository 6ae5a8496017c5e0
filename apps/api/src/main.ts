import { startServer } from './server.ts'
import { runProcess } from './start/process.ts'

await runProcess(startServer)
