// The least that any server on this protocol library costs: keeps the text in step and answers with its length.
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onRequest('bench/length', ({ uri }) => documents.get(uri)?.getText().length ?? -1);
documents.listen(connection);
connection.listen();
