/**
 * Cobertura XML, by its DTD https://cobertura.sourceforge.net/xml/coverage-04.dtd; written also by coverage.py, gcovr,
 * Istanbul, coverlet, cargo-tarpaulin.
 */
import { absent, measured, unreadable, vacuous } from '../artifact';
import type { Content, Quantity } from '../artifact';
import { coverageQuantities } from '../coverageCounts';
import type { CoverageName } from '../coverageCounts';
import { decodeFragment, sameName } from '../fragment';
import { MOST_SCOPES } from '../limits';
import { digitsOf, quoted, readCount, readDecimal } from '../numbers';
import { attribute } from './xmlAdapter';
import type { XmlAdapter, XmlElement, XmlVisitor } from './xmlAdapter';

export const coberturaAdapter: XmlAdapter = {
  format: 'cobertura',
  matches: (root) => root.name === 'coverage' && attribute(root, 'line-rate') !== undefined,
  visit: (root, { fragment }) => visitCobertura(root, fragment === undefined ? undefined : decodeFragment(fragment)),
};

/** Rates are rounded, by some to two digits; more than this is another number. */
const ROUNDING = 1;

function visitCobertura(root: XmlElement, name: string | undefined): XmlVisitor {
  const scopes: Quantity[] = [];
  let lines = 0;
  let branches = 0;
  let inMethod = 0;

  return {
    open(element) {
      if (element.name === 'method') inMethod++;
      // The lines of a method are listed again under its class.
      if (element.name === 'line' && inMethod === 0) {
        lines++;
        if (attribute(element, 'branch') === 'true') branches++;
      }
      if (element.name !== 'class' && element.name !== 'package') return;
      for (const key of ['filename', 'name']) {
        const own = attribute(element, key);
        if (own === undefined || (name !== undefined && !sameName(own, name))) continue;
        if (scopes.length < MOST_SCOPES) {
          const scope = { scope: own, scopeKind: 'file', line: element.line } as const;
          scopes.push(...rate(element, 'line-rate', 'lineCoverage').map((quantity) => ({ ...quantity, ...scope })));
          // An unmeasured branch rate is 0 here too, and nothing beside it tells.
        }
        break;
      }
    },
    close(elementName) {
      if (elementName === 'method') inMethod--;
    },
    end(): Content {
      if (name !== undefined) {
        return scopes.length > 0 ? measured(scopes) : absent(`no file or package ${quoted(name)}`);
      }
      const valid = readCount(attribute(root, 'lines-valid'));
      const bare = valid === undefined && lines === 0;
      // Nothing to cover is 0 % to some tools and 100 % to others.
      const stated = readDecimal(attribute(root, 'line-rate'));
      if (valid === 0 || (bare && (stated === 0 || stated === 1))) return vacuous('0 lines');
      const line = both(root, 'line', 'lineCoverage');
      if (typeof line === 'string') return unreadable(line);
      // Tools that measure no branches write branch-rate="0".
      const measuresBranches = (readCount(attribute(root, 'branches-valid')) ?? branches) > 0;
      const branch = measuresBranches ? both(root, 'branch', 'branchCoverage') : [];
      const quantities = [...line, ...(typeof branch === 'string' ? [] : branch)];
      if (quantities.length === 0) return unreadable('its line-rate is not a number from 0 to 1');
      return measured([...quantities, ...scopes]);
    },
  };
}

/** The rate and the counts of lines or branches; what is wrong when they contradict each other. */
function both(root: XmlElement, what: 'line' | 'branch', name: CoverageName): readonly Quantity[] | string {
  const plural = what === 'line' ? 'lines' : 'branches';
  const covered = readCount(attribute(root, `${plural}-covered`));
  const total = readCount(attribute(root, `${plural}-valid`));
  const [stated] = rate(root, `${what}-rate`, name);
  if (covered === undefined || total === undefined) return stated ? [stated] : [];
  if (covered > total) return `more ${plural} are covered than there are`;
  const counted = coverageQuantities({ [name]: { covered, total } }, { line: root.line });
  const value = counted[0]?.value ?? 0;
  if (stated && Math.abs(stated.value - value) > ROUNDING) {
    return `its ${what}-rate is ${stated.value} %, but ${covered} of ${total} ${plural} are ${value.toFixed(1)} %`;
  }
  return counted;
}

function rate(element: XmlElement, key: string, name: CoverageName): readonly Quantity[] {
  const text = attribute(element, key);
  const value = readDecimal(text);
  if (text === undefined || value === undefined || value < 0 || value > 1) return [];
  // 0.9 says 90 %, in steps of ten.
  const digits = Math.max(digitsOf(text) - 2, 0);
  const percent = Math.round(value * 1e10) / 1e8;
  return [{ name, value: percent, unit: 'percent', ...(percent % 100 === 0 ? {} : { digits }), line: element.line }];
}
