/** Reads XML reports element by element, in bounded memory. */
import { SaxesParser } from 'saxes';
import { unknownFormat, unreadable } from '../artifact';
import type { ArtifactFormat, ArtifactOptions, Content, ContentReader } from '../artifact';
import { MOST_DEPTH, MOST_XML_TOKEN } from '../limits';
import { cloverAdapter } from './clover';
import { coberturaAdapter } from './cobertura';
import { junitAdapter } from './junit';
import type { XmlAdapter, XmlVisitor } from './xmlAdapter';

const ADAPTERS: readonly XmlAdapter[] = [junitAdapter, coberturaAdapter, cloverAdapter];

/** Terminals write escape sequences into test output; nothing that is counted stands there. */
const HARMLESS = ': disallowed character.';

/** @param named the file name says that it is XML: then a broken file is unreadable rather than something else */
export function createXmlReader(named: boolean, options: ArtifactOptions): ContentReader {
  const parser = new SaxesParser();
  let format: ArtifactFormat = 'unknown';
  let visitor: XmlVisitor | undefined;
  let verdict: Content | undefined;
  let depth = 0;
  let sawRoot = false;
  // Saxes keeps an attribute, a comment or a CDATA section until it ends, however long it gets.
  let sinceEvent = 0;
  let written = 0;

  const stop = (content: Content) => {
    verdict ??= content;
  };
  const fail = (reason: string) => {
    stop(visitor || named ? unreadable(reason) : unknownFormat);
  };

  parser.on('error', (error) => {
    if (!error.message.endsWith(HARMLESS)) fail(`not well-formed at line ${parser.line}: ${sentence(error.message)}`);
  });
  parser.on('doctype', (text) => {
    sinceEvent = 0;
    // Cobertura names its DTD, which is not fetched; an internal subset can declare entities that explode.
    if (text.includes('[')) fail('entity declarations are not read');
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    if (verdict) return;
    const element = { name: tag.name, attributes: tag.attributes, line: parser.line - 1 };
    if (++depth > MOST_DEPTH) {
      fail(`nested more than ${MOST_DEPTH} deep`);
      return;
    }
    if (!sawRoot) {
      sawRoot = true;
      const adapter = ADAPTERS.find(({ matches }) => matches(element));
      if (!adapter) {
        stop(unknownFormat);
        return;
      }
      format = adapter.format;
      visitor = adapter.visit(element, options);
    }
    visitor?.open(element);
  });
  parser.on('closetag', (tag) => {
    sinceEvent = 0;
    if (verdict) return;
    depth--;
    visitor?.close(tag.name);
  });
  parser.on('cdata', () => (sinceEvent = 0));
  parser.on('comment', () => (sinceEvent = 0));

  return {
    get format() {
      return format;
    },
    get done() {
      return verdict !== undefined;
    },
    push(block) {
      if (verdict) return;
      sinceEvent += block.length;
      written += block.length;
      parser.write(block);
      if (sinceEvent > MOST_XML_TOKEN) fail(`one piece of it is longer than ${MOST_XML_TOKEN} characters`);
    },
    end() {
      if (!verdict && (depth > 0 || !sawRoot)) fail(`truncated at line ${written === 0 ? 1 : parser.line}`);
      // What is left over after the root element is told by the parser.
      if (!verdict) parser.close();
      return content();
    },
  };

  // A function, because the compiler does not see that the parser's events set the verdict.
  function content(): Content {
    return verdict ?? visitor?.end() ?? unknownFormat;
  }
}

/** `12:7: unexpected close tag.` without place and full stop. */
function sentence(message: string): string {
  return message
    .replace(/^(?:[^:]*:)?\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 120);
}
