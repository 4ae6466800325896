/** How much of an artifact is read, whatever it claims to be. All in UTF-16 units. */

/** Readers get pieces of exactly this size, so that what they find does not depend on how a host reads. */
export const BLOCK = 65_536;

/** JSON is parsed as a whole: about ten times this size in memory, one second. */
export const MOST_JSON = 32 * 1024 * 1024;

/** YAML is parsed as a whole by a slower parser. */
export const MOST_YAML = 1024 * 1024;

/** One attribute, comment or CDATA section of XML: test output can be long, but it is kept until its end. */
export const MOST_XML_TOKEN = 32 * 1024 * 1024;

/** Of a line of LCOV or TAP the rest is ignored. */
export const MOST_LINE = 65_536;

/** One record of CSV, with quoted line breaks. */
export const MOST_RECORD = 1024 * 1024;

/** Elements, objects, arrays or subtests inside each other. */
export const MOST_DEPTH = 200;

/** Suites, files … that are told one by one. */
export const MOST_SCOPES = 1000;

/** Failing tests that are told one by one. */
export const MOST_FAILURES = 50;

/** Numbers of a file that is no report, of which one may be bound. */
export const MOST_VALUES = 300;
