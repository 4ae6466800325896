import type * as vscode from 'vscode';
import type { ClaimFilter } from './claims/claimFilter';
import type { ClaimIndex } from './claims/claimIndex';
import type { PhaseProject } from './phaseProject';
import type { ReviewComments } from './review/reviewComments';
import type { ReviewSession } from './review/reviewSession';
import type { ReportPanel } from './report/reportPanel';
import type { Server } from './server';
import type { EvidenceView } from './views/evidenceTree';
import type { ReviewView } from './views/reviewTree';

/** What commands and views work with. */
export interface Services {
  readonly server: Server;
  readonly project: PhaseProject;
  readonly output: vscode.LogOutputChannel;
  readonly claims: ClaimIndex;
  readonly claimFilter: ClaimFilter;
  readonly review: ReviewSession;
  readonly comments: ReviewComments;
  readonly evidenceView: EvidenceView;
  readonly reviewView: ReviewView;
  /** Made when first asked for. */
  readonly report: () => ReportPanel;
}

/** What everything else is made from. */
export type BaseServices = Pick<Services, 'server' | 'project' | 'output'>;

/** Makes the handler of a command. Arguments come from code lenses, menus and tests; the palette gives none. */
export type Command<Args extends unknown[] = []> = (services: Services) => (...args: Args) => unknown;
