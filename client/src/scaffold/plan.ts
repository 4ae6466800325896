import { scaffoldRequest, type ScaffoldFile, type ScaffoldParams } from '../../../server/src/authoringProtocol';
import type { Server } from '../server';

/** What a scaffold would do, with the files that exist apart: they are left alone. */
export interface Plan {
  readonly created: readonly ScaffoldFile[];
  readonly kept: readonly ScaffoldFile[];
}

export async function requestPlan(server: Server, params: ScaffoldParams): Promise<Plan> {
  const { files, problem } = await server.request(scaffoldRequest, params);
  if (problem !== undefined) throw new Error(problem);
  return { created: files.filter((file) => !file.exists), kept: files.filter((file) => file.exists) };
}
