/** The requests of `protocol.ts`. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  deriveSchemaRequest,
  documentKindsRequest,
  insertableSectionsRequest,
  planArchiveRequest,
  planConfigurationRequest,
  scaffoldRequest,
  scaffoldSourcesRequest,
} from '../authoringProtocol';
import {
  attachEvidenceRequest,
  documentStatusRequest,
  fixAllRequest,
  nextFindingRequest,
  reportFileRequest,
  reportPageRequest,
  rulePageRequest,
  treeRequest,
  type Method,
} from '../protocol';
import type { PhaseDocsService } from '../service/service';
import { fixAllFindings, nothingFixed } from './fixAllFindings';
import type { Guard } from './guard';
import type { ProjectState } from './projectState';
import { registerReviewRequests } from './reviewRequests';

/** Registers a request. Every one of them waits for the first scan and survives its own failure. */
export type CustomRequest = <Params, Result>(
  method: Method<Params, Result>,
  fallback: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) => void;

export function registerCustomRequests(
  connection: Connection,
  service: PhaseDocsService,
  state: ProjectState,
  guard: Guard,
): void {
  const on: CustomRequest = <Params, Result>(
    method: Method<Params, Result>,
    fallback: Result,
    handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ) => {
    connection.onRequest(method.name, (params: Params, token: CancellationToken) =>
      guard(method.name, fallback, async () => {
        await state.ready;
        return handler(params, token);
      }),
    );
  };

  on(treeRequest, { initiatives: [] }, (_params, token) => service.tree(token));
  on(nextFindingRequest, null, async (params, token) => (await service.nextFinding(params, token)) ?? null);
  on(documentStatusRequest, null, async ({ uri }, token) => (await service.documentStatus(uri, token)) ?? null);
  on(insertableSectionsRequest, [], ({ uri }) => service.insertableSections(uri));
  on(deriveSchemaRequest, null, async (params) => (await service.deriveSchema(params)) ?? null);
  on(documentKindsRequest, [], ({ folder }) => service.documentKinds(folder));
  on(scaffoldSourcesRequest, [], ({ uri }) => service.scaffoldSources(uri));
  on(scaffoldRequest, { files: [], problem: 'Something went wrong; see the output of Phase Docs.' }, (params) =>
    service.scaffold(params),
  );
  on(planConfigurationRequest, null, ({ uri }) => service.planConfiguration(uri) ?? null);
  on(attachEvidenceRequest, null, async (params) => (await service.attachEvidence(params)) ?? null);
  on(fixAllRequest, nothingFixed, (params, token) => fixAllFindings(service, params, token));
  on(planArchiveRequest, null, async ({ uris }) => (await service.planArchive(uris)) ?? null);
  on(reportPageRequest, null, (params, token) => service.reportPage(params, token));
  on(reportFileRequest, null, (params, token) => service.reportFile(params, token));
  on(rulePageRequest, null, ({ rule }) => service.rulePage(rule) ?? null);
  registerReviewRequests(on, service);
}
