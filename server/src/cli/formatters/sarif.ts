/** SARIF 2.1.0, for code scanning and review tools. */
import type { Range } from 'vscode-languageserver-types';
import type { Severity } from '../../diagnostic';
import type { CheckedDocument, Place, Report, ReportedFinding, RuleDescription, WaivedFinding } from '../report';
import { fingerprintFindings } from './fingerprints';
import type { Formatter } from './formatter';
import { markdownToText } from './markdownToText';

const SCHEMA_URI = 'https://json.schemastore.org/sarif-2.1.0.json';
/** Stands for the folder in which the tool ran. No path is given for it, so that a report is the same on each machine. */
const BASE_ID = 'SRCROOT';

export const sarifFormatter: Formatter = {
  needsText: true,
  needsFixes: false,
  needsWaived: true,
  format(report) {
    return `${JSON.stringify({ $schema: SCHEMA_URI, version: '2.1.0', runs: [toRun(report)] }, undefined, 2)}\n`;
  },
};

function toRun({ documents, rules, version, homepage, isIncomplete }: Report): object {
  const ruleIndexes = new Map(rules.map((rule, index) => [rule.id, index]));
  // All results of a run tell of suppressions, or none does.
  const tellsSuppressions = documents.some(({ waived }) => waived.length > 0);
  const informationUri = homepage === undefined ? {} : { informationUri: homepage };
  return {
    tool: {
      driver: {
        name: 'Phase Docs',
        ...informationUri,
        semanticVersion: version,
        version,
        rules: rules.map(toSarifRule),
      },
    },
    invocations: [{ executionSuccessful: !isIncomplete }],
    originalUriBaseIds: { [BASE_ID]: { description: { text: 'The folder in which phase-docs was run.' } } },
    columnKind: 'utf16CodeUnits',
    results: documents.flatMap((document) => toResults(document, ruleIndexes, tellsSuppressions)),
  };
}

function toSarifRule({ id, summary, severity, page }: RuleDescription): object {
  return {
    id,
    shortDescription: { text: `${summary}.` },
    help: { text: markdownToText(page), markdown: page },
    defaultConfiguration: severity === 'off' ? { enabled: false } : { enabled: true, level: toLevel(severity) },
  };
}

/** Findings and, behind them, what comments of the document waive or the baseline knows: viewers show that as suppressed. */
function toResults(
  document: CheckedDocument,
  ruleIndexes: ReadonlyMap<string, number>,
  tellsSuppressions: boolean,
): readonly object[] {
  const all = [...document.findings, ...document.waived];
  const fingerprints = fingerprintFindings(document, all);
  return all.map((finding, index) => ({
    ruleId: finding.rule,
    ruleIndex: ruleIndexes.get(finding.rule) ?? -1,
    level: toLevel(finding.severity),
    message: { text: finding.message },
    locations: [toLocation(document, finding.range)],
    ...relatedLocations(finding),
    partialFingerprints: { 'phaseDocsFinding/v1': fingerprints[index] },
    ...(tellsSuppressions ? { suppressions: toSuppressions(finding) } : {}),
  }));
}

function toSuppressions(finding: ReportedFinding | WaivedFinding): readonly object[] {
  if (!('reason' in finding)) return [];
  const kind = finding.by === 'baseline' ? 'external' : 'inSource';
  return [{ kind, ...(finding.reason === undefined ? {} : { justification: finding.reason }) }];
}

function relatedLocations({ related }: ReportedFinding): object {
  if (related.length === 0) return {};
  const locations = related.map((place, index) => ({
    id: index + 1,
    ...toLocation(place, place.range),
    message: { text: place.message },
  }));
  return { relatedLocations: locations };
}

function toLocation(place: Place, { start, end }: Range): object {
  return {
    physicalLocation: {
      artifactLocation: toArtifactLocation(place),
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** Below the current folder relative to it, elsewhere absolute: a base and `..` do not go together. */
function toArtifactLocation({ path, uri }: Place): object {
  if (path.startsWith('../') || path === '..' || /^(?:[a-z]:|\/)/i.test(path)) return { uri };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: BASE_ID };
}

function toLevel(severity: Severity): 'error' | 'warning' | 'note' | 'none' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
      return 'note';
    case 'hint':
      return 'none';
  }
}
