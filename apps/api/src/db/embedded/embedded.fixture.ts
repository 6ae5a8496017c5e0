import { startEmbedded } from './index.ts'

/**
 * A process of its own for the tests: steps down to the given user, serves the given folder, says where,
 * and goes on until it is told or killed. Arguments: folder, uid or '-', 'hold' or 'once'.
 */
async function main([dataDir = '', user = '-', how = 'once']: string[]) {
  if (user !== '-') {
    process.setgroups?.([])
    process.setgid?.(Number(user))
    process.setuid?.(Number(user))
  }
  try {
    const { url, stop } = await startEmbedded({ dataDir })
    console.log(JSON.stringify({ url }))
    if (how === 'hold') await new Promise((done) => process.once('SIGTERM', done))
    await stop()
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string }
    console.log(JSON.stringify({ code, message }))
  }
  process.exit()
}

setInterval(() => undefined, 1000)
void main(process.argv.slice(2))
