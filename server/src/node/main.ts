/** Language server in Node: over standard input and output, Node IPC, a socket or a pipe, as the arguments say. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { createNodeHost } from './nodeHost';

startServer(createConnection(ProposedFeatures.all), { createHost: createNodeHost });
