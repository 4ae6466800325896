import type { ArtifactFormat, Content } from '../artifact';
import type { JsonValue } from './jsonValue';

/** One format of JSON reports. */
export interface JsonAdapter {
  readonly format: ArtifactFormat;
  /** Decides by the keys; `read` may still find it broken. */
  readonly matches: (value: JsonValue) => boolean;
  /** Quantities have the JSON Pointer that they stand at as `fragment`; lines are looked up by it. */
  readonly read: (value: JsonValue) => Content;
}
