import type * as vscode from 'vscode';
import type { PhaseProject } from './phaseProject';
import type { ReportPanel } from './report/reportPanel';
import type { Server } from './server';

/** What commands and views work with. */
export interface Services {
  readonly server: Server;
  readonly project: PhaseProject;
  readonly output: vscode.LogOutputChannel;
  /** Made when first asked for. */
  readonly report: () => ReportPanel;
}

/** Makes the handler of a command. Arguments come from code lenses, menus and tests; the palette gives none. */
export type Command<Args extends unknown[] = []> = (services: Services) => (...args: Args) => unknown;
