/**
 * JUnit XML, for servers that show test results: a suite for each document, a case for each finding. Errors and
 * warnings fail; what is only information passes, with its message as output. A document without findings is a case
 * that passes.
 *
 * The name of a case does not hold its line, so that it is the same case after an edit above it.
 */
import type { CheckedDocument, Report, ReportedFinding } from '../report';
import type { Formatter } from './formatter';

export const junitFormatter: Formatter = {
  needsText: false,
  needsFixes: false,
  needsWaived: false,
  format(report) {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${toSuites(report)}\n`;
  },
};

function toSuites({ documents, counts }: Report): string {
  const cases = documents.reduce((sum, { findings }) => sum + Math.max(findings.length, 1), 0);
  const open = `<testsuites${attributes({ name: 'Phase Docs', tests: cases, failures: counts.errors + counts.warnings, errors: 0 })}`;
  if (documents.length === 0) return `${open}/>`;
  return [`${open}>`, ...documents.map(toSuite), '</testsuites>'].join('\n');
}

function toSuite({ path, findings }: CheckedDocument): string {
  const failures = findings.filter(fails).length;
  const counts = { tests: Math.max(findings.length, 1), failures, errors: 0, skipped: 0 };
  const passed = `    <testcase${attributes({ name: 'has no findings', classname: path, file: path })}/>`;
  const cases = findings.length === 0 ? [passed] : findings.map((finding) => toCase(finding, path));
  return [`  <testsuite${attributes({ name: path, ...counts })}>`, ...cases, '  </testsuite>'].join('\n');
}

function toCase(finding: ReportedFinding, path: string): string {
  const { rule, severity, message, range, related } = finding;
  const words = message.replace(/\s+/g, ' ').trim();
  const line = range.start.line + 1;
  const open = `    <testcase${attributes({ name: `${rule}: ${words}`, classname: path, file: path, line })}>`;
  const places = related.map((place) => `${place.path}:${place.range.start.line + 1}: ${place.message}`);
  const text = escapeText([`${path}:${line}:${range.start.character + 1}: ${message}`, ...places].join('\n'));
  const result = fails(finding)
    ? `      <failure${attributes({ message: words, type: severity })}>${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [open, result, '    </testcase>'].join('\n');
}

/** As the exit code has it. */
function fails({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeText(String(value)).replace(/"/g, '&quot;').replace(/\n/g, '&#10;')}"`)
    .join('');
}

/** What XML 1.0 allows nowhere, not even escaped: most control characters, halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
