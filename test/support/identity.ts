/** Identities for tests that need no workspace. */
import { FileIndex } from '../../server/src/model/fileIndex';
import type { Identity } from '../../server/src/model/phaseDocument';
import { parsePhaseId } from '../../server/src/model/phaseId';
import { DocumentIdentities } from '../../server/src/service/documentIdentities';
import { FolderSettings } from '../../server/src/service/folderSettings';
import type { ParsedDocument } from '../../server/src/syntax/document';

/** Who the files of a workspace without configuration are. */
export function identitiesOf(paths: readonly string[]): DocumentIdentities {
  const files = new FileIndex(paths);
  const identities = new DocumentIdentities(new FolderSettings(), () => files.paths);
  identities.reset();
  return identities;
}

/** Who a named file would be if it were alone. */
export function identifyAlone(path: string, parsed: ParsedDocument): Identity {
  const identity = identitiesOf([path]).identify(path, parsed, true);
  if (!identity) throw new Error(`${path} was named and has no identity`);
  return identity;
}

/** A hand-off of phase 4 in the `todo-phase` convention, with changes. */
export function handoffIdentity(changes: Partial<Identity> = {}): Identity {
  const phase = parsePhaseId('4');
  return {
    kind: 'handoff',
    phase,
    phases: phase ? [phase] : [],
    to: undefined,
    direction: 'from',
    part: undefined,
    series: '',
    topic: '',
    edition: undefined,
    iteration: '001',
    initiative: '',
    preset: 'todo-phase',
    source: 'path',
    archived: false,
    tentative: false,
    ...changes,
  };
}
