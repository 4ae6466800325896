import type { CliIo } from '../io';
import type { OptionSpecs, Options } from '../options';

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  readonly options: OptionSpecs;
  /**
   * @returns the exit code
   * @throws UsageError for what the user can put right
   */
  run(options: Options, io: CliIo): number | Promise<number>;
}
