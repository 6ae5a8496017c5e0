import { connect } from './server.ts'
import { percentiles, timed } from './timing.ts'

/** Reads single rows, a process and a connection of its own, until it is told to stop; then it tells how long they took. */
const [url = ''] = process.argv.slice(2)
const BY_ID =
  'select id, name_shown, activities, themes, areas, income_band from register_entries where id = $1'
const EVERY_NTH = 37
const PAUSE_MS = 5

const { pool, close } = connect(url)
const { rows } = await pool.query<{ id: string }>(
  'select id from register_entries order by id limit 20000',
)
let going = true
process.once('message', () => {
  going = false
})
const took: number[] = []
for (let i = 0; going; i = (i + EVERY_NTH) % rows.length) {
  const values = [rows[i]?.id]
  took.push(await timed(() => pool.query({ name: 'by-id', text: BY_ID, values })))
  await new Promise((later) => setTimeout(later, PAUSE_MS))
}
process.send?.(percentiles(took))
await close()
process.disconnect()
