/**
 * Clover XML: https://openclover.org/doc/manual/latest/general--report-xml.html. Written by OpenClover, and by PHPUnit and
 * Istanbul with lines where it has statements (`elements`: all of them together).
 */
import { absent, measured } from '../artifact';
import type { Quantity } from '../artifact';
import { coverageContent, coverageQuantities } from '../coverageCounts';
import type { Covered, CoverageCounts } from '../coverageCounts';
import { decodeFragment, sameName } from '../fragment';
import { MOST_SCOPES } from '../limits';
import { quoted, readCount } from '../numbers';
import { attribute } from './xmlAdapter';
import type { XmlAdapter, XmlElement, XmlVisitor } from './xmlAdapter';

export const cloverAdapter: XmlAdapter = {
  format: 'clover',
  matches: (root) =>
    root.name === 'coverage' && (attribute(root, 'clover') !== undefined || attribute(root, 'generated') !== undefined),
  visit: (root, { fragment }) => visitClover(root, fragment === undefined ? undefined : decodeFragment(fragment)),
};

/** What Istanbul writes; PHPUnit writes no version. */
const ISTANBUL = '3.2.0';

function visitClover(root: XmlElement, name: string | undefined): XmlVisitor {
  const version = attribute(root, 'clover');
  const lines = version === undefined || version === ISTANBUL;
  const open: XmlElement[] = [];
  const scopes: Quantity[] = [];
  let project: CoverageCounts | undefined;

  return {
    open(element) {
      const parent = open.at(-1);
      open.push(element);
      if (element.name !== 'metrics' || !parent) return;
      const counts = countsOf(element, lines);
      if (parent.name === 'project') project ??= counts;
      if (parent.name !== 'file' && parent.name !== 'package') return;
      const own = [attribute(parent, 'path'), attribute(parent, 'name')].filter((text) => text !== undefined);
      const scope = name === undefined ? own[0] : own.find((text) => sameName(text, name));
      if (scope === undefined || scopes.length >= MOST_SCOPES) return;
      scopes.push(...coverageQuantities(counts, { scope, scopeKind: 'file', line: element.line }));
    },
    close: () => void open.pop(),
    end() {
      if (name === undefined) return coverageContent(project ?? {}, scopes);
      return scopes.length > 0 ? measured(scopes) : absent(`no file or package ${quoted(name)}`);
    },
  };
}

function countsOf(element: XmlElement, lines: boolean): CoverageCounts {
  const pair = (totalName: string, coveredName: string): Covered | undefined => {
    const total = readCount(attribute(element, totalName));
    const covered = readCount(attribute(element, coveredName));
    return total === undefined || covered === undefined ? undefined : { covered, total };
  };
  const statements = pair('statements', 'coveredstatements');
  const branches = pair('conditionals', 'coveredconditionals');
  const functions = pair('methods', 'coveredmethods');
  return {
    ...(statements ? { [lines ? 'lineCoverage' : 'statementCoverage']: statements } : {}),
    ...(branches ? { branchCoverage: branches } : {}),
    ...(functions ? { functionCoverage: functions } : {}),
  };
}
