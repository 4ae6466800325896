import type { ArtifactFormat, ArtifactOptions, Content } from '../artifact';

export interface XmlElement {
  readonly name: string;
  /** Undeclared names are undefined; there is no prototype to stumble over as long as {@link attribute} is used. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Zero-based. */
  readonly line: number;
}

/** One format of XML reports. */
export interface XmlAdapter {
  readonly format: ArtifactFormat;
  /** Decides by the root element alone. */
  readonly matches: (root: XmlElement) => boolean;
  readonly visit: (root: XmlElement, options: ArtifactOptions) => XmlVisitor;
}

/** Told of each element in document order, the root included. */
export interface XmlVisitor {
  open(element: XmlElement): void;
  close(name: string): void;
  /** Called once, for a document that is complete and well-formed. */
  end(): Content;
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return Object.hasOwn(element.attributes, name) ? element.attributes[name] : undefined;
}
