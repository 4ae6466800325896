/** Whether words look like a path or file name, without asking whether it exists. */

/** Endings of files that these documents speak of, wherever they stand. */
const EXTENSIONS = new Set(
  (
    'md mdx markdown txt rst adoc pdf doc docx xls xlsx ppt pptx csv tsv json jsonl json5 ndjson jsonc yaml yml toml ini cfg conf ' +
    'xml xsd html htm css scss sass less js jsx mjs cjs ts tsx mts cts vue svelte py pyi ipynb rb go rs java kt kts scala ' +
    'swift m c h cc cpp hpp cs fs php pl lua r jl dart ex exs erl hs clj sh bash zsh fish ps1 bat cmd sql prisma graphql gql ' +
    'proto tf tfvars hcl dockerfile log lcov info sarif tap out err diff patch png jpg jpeg gif svg webp ico mp4 webm mov zip gz tgz ' +
    'tar whl jar wasm lock env example template tmpl j2 sample db sqlite sqlite3 parquet bak snap http rego feature'
  ).split(' '),
);
/** Of these a bare name is too often something else: `console.log`, `process.env`, `U.S.C`, `Time.out`. */
const EXTENSIONS_NEEDING_FOLDER = new Set(
  'm c h r info out err env example template sample lock http feature db fs conf diff patch'.split(' '),
);
/** Names with such endings that are files all the same. */
const FILE_NAMES = new Set(
  (
    'yarn.lock poetry.lock cargo.lock pipfile.lock uv.lock composer.lock gemfile.lock flake.lock lcov.info dockerfile makefile ' +
    'procfile jenkinsfile vagrantfile gemfile rakefile justfile license codeowners'
  ).split(' '),
);
/** Things that are named like files: `Node.js`, `console.log`; not `server.js`. */
const NOT_FILES =
  /^(?:(?:node|next|vue|react|express|nuxt|three|d3|chart|socket|angular|ember|backbone|moment|p5|nest|electron|plotly|mermaid|alpine|discord|knockout|pdf|solid|svelte|handlebars)\.(?:js|ts)|(?:llama|whisper|ggml)\.cpp|docs\.rs|(?:console|math|np|numpy|torch|logger|logging|log|self|this|auth)\.\w+|asp\.net)$/i;
/** The part after the last slash or hyphen: `Next.js` of `React/Next.js`, `Node.js` of `zero-Node.js`. */
const LAST_PART = /[^/-]*$/;
/** Folders at the top of repositories: they make a path without extension one. */
const KNOWN_FOLDERS = new Set(
  (
    'src docs doc tests test scripts script backend frontend lib libs packages apps app server client config configs tools ' +
    'infrastructure supabase migrations .github .vscode .claude coverage reports artifacts results logs fixtures examples schemas'
  ).split(' '),
);

/** Characters of globs, templates, shells and prose that no path here has. */
const NOT_IN_PATHS = /[*?<>|{}$"'=\\,;!`()[\]^…]/;
/** `fm_XXX/`, `PHASE_NN.md`, `YYYY-MM-DD.md`, `phaseN.md`, `path/to/file.md`; not `XXL.md`. */
const PLACEHOLDER =
  /(?:^|[^A-Za-z])(?:X{2,}|N{2,}|YYYY|ZZ+)(?:[^A-Za-z]|$)|[a-z_-][NXM](?=[._/-]|$)|(?:^|\/)path\/to\//;
/** `example.com`, `sub.example.org`; not `src` or `x.md`. */
const DOMAIN = /^(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|app|co|gov|edu|rs|me|us|uk|de|eu|cloud|localhost)(?::\d+)?$/i;
/** The ending of a file name: `py` of `x.py`, `json` of `.eslintrc.json`; nothing of `v1.2` or `.env`. */
const EXTENSION = /[^/.]\.([A-Za-z][A-Za-z0-9]{0,11})$/;
/** `.env`, `.env.local`, `.gitignore`, `.eslintrc`. */
const DOT_FILE = /^\.(?:env(?:\.[a-z]+)*|[a-z]+(?:ignore|rc|config|attributes)|tool-versions|nvmrc)$/;
/** A word that may be an ending nobody listed: `spec`, `tmpl2`; not `The`. */
const PLAUSIBLE_EXTENSION = /^[a-z][a-z0-9]{1,7}$/;

/** Where words stand decides how much they must look like a path. */
export type PathContext = 'code' | 'plain';

/** Whether words without fragment, line number and leading `@` look like a path or a file name. */
export function looksLikePath(words: string, context: PathContext): boolean {
  if (words.length < 3 || words.length > 400) return false;
  if (NOT_IN_PATHS.test(words) || /\s/.test(words) || PLACEHOLDER.test(words)) return false;
  if (NOT_FILES.test(words) || (context === 'plain' && NOT_FILES.test(words.slice(words.search(LAST_PART)))))
    return false;
  if (words.includes('//') || words.includes(':')) return false;
  const slash = words.indexOf('/');
  return slash < 0 ? looksLikeFileName(words, context) : looksLikeFilePath(words, words.slice(0, slash), context);
}

function looksLikeFileName(name: string, context: PathContext): boolean {
  const lower = name.toLowerCase();
  if (FILE_NAMES.has(lower)) return lower.includes('.') || context === 'code';
  if (context === 'code' && DOT_FILE.test(name)) return true;
  if (name.startsWith('.') || name.startsWith('-')) return false;
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
  return extension !== undefined && EXTENSIONS.has(extension) && !EXTENSIONS_NEEDING_FOLDER.has(extension);
}

function looksLikeFilePath(path: string, firstSegment: string, context: PathContext): boolean {
  if (DOMAIN.test(firstSegment) || path.startsWith('-')) return false;
  const isFromRoot = firstSegment === '';
  const rootFolder = isFromRoot ? (path.split('/', 2)[1] ?? '') : firstSegment;
  const extension = EXTENSION.exec(path)?.[1];
  if (extension !== undefined) {
    if (EXTENSIONS.has(extension.toLowerCase())) return true;
    return context === 'code' && PLAUSIBLE_EXTENSION.test(extension) && KNOWN_FOLDERS.has(rootFolder);
  }
  if (context === 'plain') return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (FILE_NAMES.has(name.toLowerCase()) || DOT_FILE.test(name)) return true;
  if (path.endsWith('/')) return !isFromRoot || KNOWN_FOLDERS.has(rootFolder);
  // `src/syntax` is a folder; `and/or`, `owner/name`, `text/plain` and the route `/api/jobs` are not.
  return KNOWN_FOLDERS.has(rootFolder) && /[\w-]$/.test(path);
}
