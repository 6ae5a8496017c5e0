/** Every sentence `pnpm start` says. Each failure names the cause, then the next step. */
export const words = {
  oldNode: (found: string, needed: string) =>
    `This needs Node ${needed} or newer, and this is Node ${found}. Install a newer one from https://nodejs.org and start again.`,
  nodeIsOver: (found: string, lastDay: string) =>
    `Warning: Node ${found} has had no security fixes since ${lastDay}. Move to a newer line soon.`,
  noProxy:
    'Warning: ORIGIN is https and TRUST_PROXY is empty. Everybody behind your proxy counts as one caller, and shares one limit. Name the proxy in TRUST_PROXY.',

  oneLogin:
    'Warning: the application uses the login that owns the tables, and whoever got hold of it could rewrite the record of what happened. Give DATABASE_OWNER_URL the owner, and DATABASE_URL a login that owns nothing.',
  tooPowerful: (login: string) =>
    `The login "${login}" in DATABASE_URL may do more than read and write rows: it is a superuser, may make roles or databases, or belongs to the owner. Name another login there; if it is missing, it is made.`,

  connecting: (where: string) => `Connecting to the database at ${where} …`,
  migrating: 'Bringing the tables up to date …',
  demo: 'Checking the demo place …',
  demoLoaded: 'The demo place is loaded.',
  serving: 'Starting the server …',
  stopping: 'Stopping …',
  stopped: 'Stopped. Everything you entered is kept.',

  ready: (address: string) => `\n  How Can We is running:  ${address}\n`,
  signIn: (address: string) =>
    `  To sign in, give one of these addresses at ${address}/sign-in and read the email at ${address}/dev/inbox`,
  person: (email: string, who: string) => `    ${email}  ${who}`,
  howToStop: '\n  Press Ctrl-C to stop.\n',

  portTaken: (port: number) =>
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npx pnpm@10 start`,
  portForbidden: (port: number) =>
    `You may not listen on port ${port}. Choose one above 1023: PORT=3000 npx pnpm@10 start`,
  unreachable: (where: string, why: string) =>
    `No database answers at ${where} (${why}). Start it, correct DATABASE_URL, or unset DATABASE_URL to use the database that comes with this project.`,
  loginRefused: (where: string) =>
    `The database at ${where} refuses this user or password. Correct DATABASE_URL and start again.`,
  noSuchDatabase: (where: string) =>
    `The server answers, but there is no database at ${where}. Create it, or correct DATABASE_URL.`,
  notAllowed: (where: string, why: string) =>
    `The database user at ${where} lacks a right (${why}). Make it the owner of the database, and start again.`,
  oldServer: (where: string, found: string) =>
    `The database at ${where} is PostgreSQL ${found}, and 16 or newer is needed. Upgrade it, or unset DATABASE_URL to use the one that comes with this project.`,
  badUrl:
    'DATABASE_URL is not an address of a database. It looks like postgres://user:password@host:5432/name',
  noSecrets: (file: string, why: string) =>
    `The keys of this installation cannot be read or kept in ${file} (${why}). Start as the user who owns that file.`,
  notBuilt: (folder: string) =>
    `The built pages are missing in ${folder}. Build them first: npx pnpm@10 build`,
  unexpected: (why: string) =>
    `The start failed in a way nobody foresaw. Please report this, with the lines below:\n${why}`,
  slowStop: (seconds: number) =>
    `Not everything stopped within ${seconds} seconds; leaving anyway. The next start puts it right.`,
}
