import { Chalk } from 'chalk'
import type { Options } from './options.ts'

/** Whether to write colour: on a terminal, unless the user or the environment says otherwise. */
export function hasColor(stream: { isTTY?: boolean }, { color }: Options): boolean {
  const { FORCE_COLOR, NO_COLOR, CI } = process.env
  if (color === false) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return stream.isTTY === true && !NO_COLOR && !CI
}

/** Colours the severities and the marks under figures, and dims the lines that show evidence. */
export function paint(text: string): string {
  return paintSeverities(text)
    .replaceAll(/^ {4,}\^+$/gmu, chalk.red('$&'))
    .replaceAll(/^ {4}.*[^^\n]$/gmu, chalk.dim('$&'))
}

/** Colours what is new, gone, changed and uncertain, and the severities; dims the lines that show where. */
export function paintDifferences(text: string): string {
  return paintSeverities(text)
    .replaceAll(/^ {4}(?![+-] ).+$/gmu, chalk.dim('$&'))
    .replaceAll(/^ {2,4}\+ .*$/gmu, chalk.green('$&'))
    .replaceAll(/^ {2,4}- .*$/gmu, chalk.red('$&'))
    .replaceAll(/^ {2}[~?](?= )/gmu, chalk.yellow('$&'))
}

function paintSeverities(text: string): string {
  return text
    .replaceAll(/^ {2}(?:error|错误)(?= {2})/gmu, chalk.red('$&'))
    .replaceAll(/^ {2}(?:warning|警告)(?= {2})/gmu, chalk.yellow('$&'))
    .replaceAll(/^ {2}(?:info|提示)(?= {2})/gmu, chalk.cyan('$&'))
}

const chalk = new Chalk({ level: 1 })
