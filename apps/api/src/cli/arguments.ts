import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What an operator typed behind a command: one path and its options. Prints how to use the command, and why not,
 * when that is not what was typed or `--help` was.
 *
 * @returns null when there is nothing to do; the exit code is set
 */
export function readArguments<const O extends Options>(options: O, usage: string) {
  const typed = readManyPaths(options, usage, 1)
  return typed && { path: typed.paths[0] ?? '', values: typed.values }
}

/** The same for a command that takes one path or more, `most` at most. */
export function readManyPaths<const O extends Options>(
  options: O,
  usage: string,
  most = Number.POSITIVE_INFINITY,
) {
  try {
    const { values, positionals: paths } = parseArgs({
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean' } },
    })
    if (paths.length > 0 && paths.length <= most && !('help' in values)) return { paths, values }
    process.exitCode = 'help' in values ? 0 : 1
    process.stdout.write(`${usage}\n`)
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}\n`)
  }
  return null
}
