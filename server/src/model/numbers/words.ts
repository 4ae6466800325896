/** The words around numbers that say what they are. Data only. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Things of which there is no half: a test passes or it does not. */
export const countedWords = words('test tests testcase testcases assertion assertions check checks テスト');

/** Things done well, after a count. */
export const passWords = words(
  'pass passed passes passing successful succeeded success green complete completed done implemented resolved fixed',
);

/** Things gone wrong, after a count or in a name. */
export const failWords = words('fail failed fails failing failure failures error errors broken red');

/** Words of a target: what follows is not what was reached. */
export const planWords = words(
  'target targets goal goals planned plan expected estimate estimated budget threshold required was previously before',
);

/** Words of a change: it can be above 100 %, and is no share. */
export const growthWords = words(
  'increase increased improvement improved improve growth grew faster slower more better higher reduction reduced overhead speedup gain utilization usage cpu load',
);

/** Rates that end at 100 %. */
export const rateWords = words('coverage uptime availability');

/** What may follow a percentage that is the share beside it. */
export const shareWords = words(
  'complete completed completion done success successful rate pass passed passing passes of the tests test phases tasks steps weeks items overall ok now',
);

/** Before a number that says where one is, or what it was before. */
export const placeWords = words(
  'phase phases step stage task part page pages version versions section day week sprint level iteration round item from was previously vs versus',
);
