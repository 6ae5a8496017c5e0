import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'

/** The application's own login may do more than it should; `message` is its name. */
export class TooPowerfulLogin extends Error {
  override name = 'TooPowerfulLogin'
}

type Login = { user: string; password: string | undefined }

const loginOf = (url: string): Login => {
  const { user = '', password } = new pg.Client({ connectionString: url })
  return { user, password: typeof password === 'string' && password ? password : undefined }
}

/**
 * Gives the application a login of its own: made where it is missing and the owner may, with the rights to read and
 * write rows and no other. It owns nothing, so no trigger stops for it, and where a trigger lets rows only be added,
 * it may only add them. The login that owns the tables is left as it is.
 *
 * @param owner connected as whoever owns the tables, on the newest schema
 * @throws {TooPowerfulLogin} when the login is a superuser, may make roles, or belongs to the owner's role
 */
export async function grantApplication(owner: pg.Client, appUrl: string): Promise<void> {
  const login = loginOf(appUrl)
  const { rows } = await owner.query<{ me: string }>('select current_user as me')
  if (rows[0]?.me === login.user) return
  await makeLogin(owner, login)
  await owner.query('begin')
  for (const statement of rights(pg.escapeIdentifier(login.user))) await owner.query(statement)
  await takeBackWhereRowsOnlyGrow(owner, pg.escapeIdentifier(login.user))
  await owner.query('commit')
}

async function makeLogin(owner: pg.Client, { user, password }: Login): Promise<void> {
  const name = pg.escapeIdentifier(user)
  const { rows } = await owner.query<{ powerful: boolean; i_am_super: boolean }>(
    `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
         or pg_has_role(oid, current_user, 'member') as powerful,
       (select rolsuper from pg_roles where rolname = current_user) as i_am_super
     from pg_roles where rolname = $1`,
    [user],
  )
  const [found] = rows
  if (found?.powerful) throw new TooPowerfulLogin(user)
  if (!found) await owner.query(`create role ${name} login`)
  // Somebody else's database has its logins from somebody else: their password stays.
  if (!password || (found && !found.i_am_super)) return
  if (found && (await isPassword(owner, user, password))) return
  const secret = pg.escapeLiteral(scram(password, randomBytes(16), 4096))
  await owner.query(`alter role ${name} login password ${secret}`)
}

async function isPassword(owner: pg.Client, user: string, password: string): Promise<boolean> {
  const { rows } = await owner.query<{ kept: string | null }>(
    'select rolpassword as kept from pg_authid where rolname = $1',
    [user],
  )
  const kept = rows[0]?.kept ?? ''
  const [, rounds, salt] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(kept) ?? []
  if (!rounds || !salt) return false
  return scram(password, Buffer.from(salt, 'base64'), Number(rounds)) === kept
}

/** What PostgreSQL keeps of a password (RFC 5802), so that the password itself reaches no server log. */
function scram(password: string, salt: Buffer, rounds: number): string {
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, rounds, 32, 'sha256')
  const keyed = (words: string) => createHmac('sha256', salted).update(words).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const server = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`
}

const ROWS = 'select, insert, update, delete'

/** Tables to come are covered as well: by the defaults at once, and by the next migration anyway. */
const rights = (login: string): string[] => [
  'revoke create on schema public from public',
  `grant usage on schema public, trail, drizzle to ${login}`,
  `grant ${ROWS} on all tables in schema public to ${login}`,
  `grant usage on all sequences in schema public to ${login}`,
  `grant select on all tables in schema trail, drizzle to ${login}`,
  `alter default privileges in schema public grant ${ROWS} on tables to ${login}`,
  `alter default privileges in schema public grant usage on sequences to ${login}`,
  `alter default privileges in schema trail grant select on tables to ${login}`,
]

const UPDATES = 16
const DELETES = 8

/** A table whose trigger refuses a change without exception: the right to try goes too. */
async function takeBackWhereRowsOnlyGrow(owner: pg.Client, login: string): Promise<void> {
  const { rows } = await owner.query<{ name: string; type: number }>(
    `select t.tgrelid::regclass::text as name, t.tgtype as type
       from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
      where p.proname = 'refuse_change' and t.tgqual is null and t.tgattr::text = ''
        and c.relnamespace = 'public'::regnamespace`,
  )
  for (const { name, type } of rows) {
    if (type & UPDATES) await owner.query(`revoke update on ${name} from ${login}`)
    if (type & DELETES) await owner.query(`revoke delete on ${name} from ${login}`)
  }
}
