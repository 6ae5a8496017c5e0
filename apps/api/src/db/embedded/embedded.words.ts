/** What the person at the terminal reads: one sentence of cause, one of what to do next. */
export const trouble = {
  unreadable_data: (detail: string) =>
    `The data folder cannot be used: ${detail}. Start as the user it belongs to, or point DATABASE_URL at a PostgreSQL server of your own.`,
  no_binaries: (detail: string) =>
    `The PostgreSQL that comes with this project cannot run here: ${detail}. Install again with "npx pnpm@10 install", or set DATABASE_URL to a PostgreSQL server (16 or newer).`,
  wrong_version: (detail: string) =>
    `The data folder was made by another PostgreSQL: ${detail}. Start once more with the version of this project that made it and copy the data out, or move the folder away to begin an empty one.`,
  start_failed: (detail: string) =>
    `PostgreSQL did not start: ${detail}. Its own words are in postgres.log in the data folder; or set DATABASE_URL to a PostgreSQL server (16 or newer).`,
}

export const detail = {
  notAFolder: (path: string) => `${path} is not a folder`,
  notAllowed: (path: string) => `you may not read and write ${path}`,
  outOfReach: (path: string) => `the user it belongs to cannot enter ${path}`,
  notACluster: (path: string) => `${path} is not empty and holds no PostgreSQL data`,
  noPassword: (path: string) => `the password file ${path} is missing`,
  owner: (path: string) => `${path} belongs to the root user, as whom PostgreSQL refuses to run`,
  noPackage: (platform: string) => `there is no build of it installed for ${platform}`,
  doesNotRun: (path: string, why: string) => `${path} fails (${why})`,
  noFolderInReach: 'no folder was found that an ordinary user can reach and only root can change',
  noUser: 'this is the root user, and neither a user "postgres" nor "nobody" exists to run it',
  version: (found: string, ours: string) => `it has version ${found}, this project brings ${ours}`,
  ended: (words: string) => words || 'it ended without a word',
  slow: (seconds: number) => `it was not ready after ${seconds} seconds`,
  busy: (seconds: number) => `another start has held the data folder for ${seconds} seconds`,
}

export const progress = {
  creating: 'Creating the database (first start only) …',
  starting: 'Starting PostgreSQL …',
  joining: 'PostgreSQL is already running for this folder; using it.',
  copying: (folder: string) => `Copying PostgreSQL to ${folder}, where its user can reach it …`,
  recovering: 'PostgreSQL is still bringing its files in order after a hard stop …',
  left: (folder: string) => `An older database of this project is left in ${folder}.`,
}

/** The note left in the project when its data has to live elsewhere. The first line is the path. */
export const elsewhere = (folder: string) =>
  `${folder}
The line above says where this project keeps its database.
PostgreSQL does not run as root, and the user it runs as cannot enter this folder.
Delete this file, and the folder it names, to begin with an empty database.
`
