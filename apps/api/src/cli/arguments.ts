import { type ParseArgsConfig, parseArgs } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * What an operator typed behind a command: one path and its options. Prints how to use the command, and why not,
 * when that is not what was typed or `--help` was.
 *
 * @returns null when there is nothing to do; the exit code is set
 */
export function readArguments<const O extends Options>(options: O, usage: string) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean' } },
    })
    const [path, ...more] = positionals
    if (path && more.length === 0 && !('help' in values)) return { path, values }
    process.exitCode = 'help' in values ? 0 : 1
    process.stdout.write(`${usage}\n`)
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${usage}\n`)
  }
  return null
}
