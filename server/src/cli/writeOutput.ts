import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError, type CliIo } from './io';

/** @throws UsageError if the file cannot be written */
export async function writeOutput(output: string, text: string, io: CliIo): Promise<void> {
  try {
    await writeFile(resolve(io.cwd, output), text);
  } catch (error) {
    throw new UsageError(
      `The report cannot be written to \`${output}\`: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
