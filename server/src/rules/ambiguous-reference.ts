import { byLikeness } from '../model/renamed';
import { checkReferences, isReference } from './referencePointers';
import { retargetFixes } from './retargetFixes';
import { defineRule } from './rule';

/** A link or `@path` that is not there, while several files have that name. */
export const ambiguousReference = defineRule({
  id: 'ambiguous-reference',
  family: 'references',
  summary: 'Require that references mean one file',
  severity: 'information',
  reads: 'project',
  *check(context) {
    const { document, project } = context;
    for (const { pointer, range, resolution } of checkReferences(context)) {
      if (resolution.status !== 'ambiguous') continue;
      // A bare name in backticks that several folders share is how people write; the reader finds it.
      if (!isReference(pointer) && !pointer.target.includes('/')) continue;
      const paths = byLikeness(resolution.paths, pointer.target, document.path);
      yield {
        range,
        message:
          `"${pointer.target}" is not there, and ${paths.length} files have that name, so a reader cannot tell which is meant. ` +
          'Write the path of the one.',
        related: paths.slice(0, MOST_PLACES).map((path) => ({
          uri: project.uriOf(path),
          range: project.entry(path)?.facts.titleRange ?? START,
          message: `May be meant: ${path}`,
        })),
        fixes: () => retargetFixes(document.uri, document.path, range, pointer, paths),
      };
    }
  },
});

/** More would hide the place that matters. */
const MOST_PLACES = 5;
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
