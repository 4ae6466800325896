import { matchSections, standsBelow } from '../schema/matchSections';
import { citation, type SectionGroup, type SectionSchema } from '../schema/schema';
import { sectionAnswers } from '../schema/sectionAnswers';
import { plainText } from '../syntax/inlineText';
import { shiftRange } from '../syntax/positions';
import { shorten } from '../schema/checkTables';
import { defineRule, type Finding } from './rule';
import { fromSchema } from './structure/wanted';

/** A section that the schema does not name, or a second one where it wants one of several. */
export const unexpectedSection = defineRule({
  id: 'unexpected-section',
  family: 'structure',
  summary: 'Allow only the sections that the kind of document knows',
  severity: 'off',
  reads: 'document',
  *check({ document: { schema, parsed } }) {
    if (!schema || schema.sections.length === 0) return;
    const { matches, title } = matchSections(parsed, schema);
    const answersOf = sectionAnswers(schema);
    for (const section of parsed.sections) {
      const { heading } = section.content;
      if (!heading || section.index === title || !standsBelow(section, title, title)) continue;
      const { headings, headingFields } = answersOf(section.content);
      if (headings.size > 0 || headingFields.size > 0) continue;
      const words = shorten(plainText(heading.inline));
      yield {
        range: shiftRange(heading.range, section.line),
        message: `${schema.name} knows no section "${words}". Give it a usual name, put it into another section, or add it to the schema.`,
      };
    }
    yield* checkGroups(schema.groups, schema.sections);

    function* checkGroups(groups: readonly SectionGroup[], sections: readonly SectionSchema[]): Generator<Finding> {
      for (const group of groups) {
        if (group.type !== 'oneOf') continue;
        const present = sections
          .filter(({ name }) => group.names.includes(name))
          .flatMap((section) => {
            const match = matches.get(section);
            return match?.state === 'found' ? [{ name: section.name, index: match.index }] : [];
          });
        const [first, ...others] = present;
        for (const { name, index } of others) {
          const section = parsed.sections[index];
          if (!first || !section?.content.heading || index === first.index) continue;
          yield {
            range: shiftRange(section.content.heading.range, section.line),
            message: `There is "${name}" beside "${first.name}". One of them is enough. Join them (${citation(group)}).`,
            ...fromSchema({ ...group, severity: undefined }),
          };
        }
      }
      for (const section of sections) yield* checkGroups(section.groups, section.sections);
    }
  },
});
