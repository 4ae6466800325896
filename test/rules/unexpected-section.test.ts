import { test } from 'node:test';
import { unexpectedSection } from '../../server/src/rules/unexpected-section';
import { checkRule } from '../support/checkRule';
import { withSchema } from '../support/ownSchema';

const on = (marked: string): string => `//- /.phase-docs.yaml
schemas: [schemas/*.yaml]
rules: { unexpected-section: hint }

${marked.slice(marked.indexOf('//- /schemas'))}`;

test('sections below the title that the schema does not know', () =>
  checkRule(
    unexpectedSection,
    on(
      withSchema(
        'sections:\n  - name: Results\n  - name: Plan\n    aliases: ["* plan"]\n',
        `
# Phase 4 Handoff

## Results

### Weather

## The best plan

## Weather
^^^^^^^^^^ hint: handoff.yaml knows no section "Weather".
`,
      ),
    ),
  ));

test('a second section of which there should be one', () =>
  checkRule(
    unexpectedSection,
    on(
      withSchema(
        'sections:\n  - name: Results\n  - name: Outcome\ngroups:\n  - oneOf: [Results, Outcome]\n',
        '\n# Phase 4 Handoff\n\n## Results\n\n## Outcome\n^^^^^^^^^^ hint: There is "Outcome" beside "Results".\n',
      ),
    ),
  ));

test('it is off by default', () => checkRule(unexpectedSection, '# Phase 4 Handoff\n\n## Weather\n'));
