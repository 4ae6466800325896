/** A report in the forms that an editor shows and saves. */
import { formatReportBody, formatReportPage } from '../features/report/html/reportHtml';
import { reportStyle } from '../features/report/html/style';
import type { PhaseReport, ReportPlace } from '../features/report/phaseReport';
import { formatReportMarkdown } from '../features/report/reportMarkdown';
import { reportTitle, type ReportLinks } from '../features/report/reportWords';
import { relativePath } from '../model/evidence/fixes/relativePath';
import { clientCommands, type ReportFileParams, type ReportPage } from '../protocol';
import { parseUri } from './folder';

/** For a view of the editor: its links are commands that open a place. */
export function toReportPage(report: PhaseReport): ReportPage {
  const links: ReportLinks = {
    toPlace: ({ uri, line, character }) =>
      `command:${clientCommands.openPlace}?${encodeURIComponent(JSON.stringify([uri, { line, character }]))}`,
  };
  return { title: reportTitle, style: reportStyle('editor'), body: formatReportBody(report, links) };
}

/** For a file: its links are relative to where it is saved. */
export function toReportFile(report: PhaseReport, { format, targetUri }: ReportFileParams): string {
  const links: ReportLinks = { toPlace: (place) => linkFrom(targetUri, place) };
  return format === 'html' ? formatReportPage(report, links) : formatReportMarkdown(report, links);
}

/** Without a target, from the workspace folder; absolute where there is no way from one to the other. */
function linkFrom(targetUri: string | undefined, { uri, path, line }: ReportPlace): string {
  const end = `#L${line + 1}`;
  if (targetUri === undefined) return path.split('/').map(encodeURIComponent).join('/') + end;
  const [from, to] = [parseUri(targetUri), parseUri(uri)];
  if (from.scheme !== to.scheme || from.authority !== to.authority) return uri + end;
  const folder = from.path.split('/').slice(1, -1).join('/');
  return relativePath(folder, to.path.slice(1)).split('/').map(encodeURIComponent).join('/') + end;
}
