/** Words beside a number by which it may be about something else than what a report measures. */
import type { ClaimedNumber } from './claimed/claimedNumber';

/** `Overall: 18/18`, `all 40 tests`, `All passing`; not `all targets exceeded`, `allows`. */
const SPEAKS_OF_ALL =
  /\b(?:overall|total|entire|whole)\b|\b(?:all|every)\s(?:of\s)?(?:the\s)?(?:[\w-]{1,30}\s){0,3}(?:tests?|specs?|cases?|suites?|green|pass|passed|passes|passing)\b/i;

/** Whether a claim is about every test there is, not about some of them. */
export function speaksOfAll(text: string): boolean {
  return SPEAKS_OF_ALL.test(text);
}

/** `100% of Phase 1 objectives`, `all requirements fully tested`: what is covered is no code. */
const COVERS_NO_CODE =
  /\b(?:requirements?|objectives?|criteria|goals?|functionality|functionalities|features?|scenarios?|endpoints?|use cases|categories|deliverables?)\b|\bdetails?\b/i;
/** `100% coverage: All 22 tests passing`. */
const COVERS_BY_TESTS = /\bcoverage\W{1,4}all (?:\d{1,7} )?tests\b/i;
const COVERS_CODE = /\b(?:code|lines?|statements?|branch(?:es)?|functions?)\b/i;

/** `100% success rate with concurrent requests`: what succeeds is no test. */
const SUCCEEDS_OTHERWISE =
  /\b(?:requests?|availability|uptime|calls|jobs|records|uploads?|downloads?|queries|transactions|users|migrations?|imports?|deployments?)\b/i;
const NAMES_TESTS = /\b(?:tests?|testing|specs?|suites?)\b/i;

/** Whether the words leave it open that the number is about something that no report of tests or coverage measures. */
export function isDoubtful({ subject }: ClaimedNumber, text: string): boolean {
  if (subject === 'coverage') {
    return (COVERS_NO_CODE.test(text) || COVERS_BY_TESTS.test(text)) && !COVERS_CODE.test(text);
  }
  if (subject === 'passRate' || subject === 'failRate') return SUCCEEDS_OTHERWISE.test(text) && !NAMES_TESTS.test(text);
  return false;
}
