import type { RelatedPlace } from '../diagnostic';
import { kindTitle } from '../model/documentKind';
import { titleRange } from '../model/documentFacts';
import { baseName } from '../model/paths';
import type { DocumentEntry } from '../model/project';
import type { Identity } from '../model/phaseDocument';
import { phaseLabel, phaseName } from '../model/phaseId';
import { defineRule } from './rule';

/** Two documents that are the same by initiative, kind and phase: nobody can tell which of them holds. */
export const duplicateDocument = defineRule({
  id: 'duplicate-document',
  family: 'phases',
  summary: 'Require that each phase has one document of a kind',
  severity: 'information',
  reads: 'project',
  *check({ document, project, config }) {
    if (isSuperseded(project.entry(document.path))) return;
    const twins = project.duplicatesOf(document).filter((entry) => !isSuperseded(entry));
    const [first] = twins;
    // Told once for each that comes after the first.
    if (!first || document.path < first.path) return;
    yield {
      range: titleRange(document.parsed),
      message: message(document.identity, document.path, twins, config.phases.series === 'auto'),
      related: twins.map(relatedPlace),
    };
  },
});

/** Its own status says that another has taken its place. */
function isSuperseded(entry: DocumentEntry | undefined): boolean {
  return entry?.facts.status?.class === 'cancelled';
}

function message(identity: Identity, own: string, twins: readonly DocumentEntry[], canBeSeries: boolean): string {
  const { phase, part, kind } = identity;
  const bases = [...twins.map(({ path }) => baseName(path)), baseName(own)];
  // Files of the same name in two folders are told apart by the folders.
  const names = new Set(bases).size < bases.length ? [...twins.map(({ path }) => path), own] : bases;
  const isSeries = canBeSeries && twins.some((twin) => twin.identity.series !== identity.series);
  const of = [phase && phaseLabel(phase), part && phaseName(part)].filter((words) => words !== undefined).join(', ');
  const list = `${names.slice(0, -1).join('`, `')}\` and \`${names.at(-1) ?? ''}`;
  return (
    `${of} has more than one document of the kind ${kindTitle(kind)}: \`${list}\`. Who comes later cannot tell which holds. ` +
    'Say in the older one that it is superseded, or archive it' +
    (isSeries ? '; if the two spellings are two series of phases, set `phases.series: separator`.' : '.')
  );
}

function relatedPlace({ uri, facts }: DocumentEntry): RelatedPlace {
  return { uri, range: facts.titleRange, message: 'The other document.' };
}
