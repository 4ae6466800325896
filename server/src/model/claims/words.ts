/** The words by which claims are told. Data only. In lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Participles and verbs that are a verdict of their own, where they are the predicate. */
export const verdictWords = words(`
  completed passed passing met achieved satisfied fulfilled accomplished succeeded successful successfully approved
  certified exceeded finished succeeds
`);

/** Participles that tell of work done; a claim, but weak without more. */
export const accomplishmentWords = words(`
  added addressed adjusted adopted aligned analyzed applied archived audited automated backed benchmarked built captured
  checked cleaned closed collected compiled confirmed configured connected consolidated converted corrected covered
  created debugged defined delivered demonstrated deployed designed detected developed documented eliminated enabled
  enforced enhanced ensured established evaluated executed expanded exposed extended extracted finalized fixed
  generated handled hardened identified implemented improved increased installed integrated introduced isolated
  launched linked loaded logged maintained measured merged migrated minimized mitigated modernized monitored moved
  normalized optimized organized packaged patched performed planned polished populated ported prepared preserved
  prevented processed produced proven proved provided published reached rebuilt received recorded reduced refactored
  refined registered released removed renamed reorganized replaced reproduced resolved restored restructured
  returned reviewed rewritten rewrote secured separated shipped simplified simulated sized solved specified
  split stabilized standardized stored streamlined supported switched tested tracked trained transitioned tuned
  unified updated upgraded used validated verified wired written wrote done run ran made shown respected protected
  preloaded synced synchronized populated rolled caught found discovered pinpointed
`);

/** States in which a finished thing is. */
export const stateWords = words(`
  operational functional working works work healthy ready stable available active live secure independent accessible
  responsive correct correctly clean consistent complete green intact compatible compliant accurate reliable
  reproducible deterministic in-place running responding communicating up reachable enforced effective excellent
  optimal robust perfect perfectly flawless flawlessly seamlessly solid sound
`);

/** Things of which a project wants none. */
export const badNouns = words(`
  failure failures error errors crash crashes corruption leak leaks regression regressions issue issues warning warnings
  vulnerability vulnerabilities loss losses downtime bug bugs conflict conflicts deadlock deadlocks violation violations
  defect defects hang hangs flake flakes flakiness outage outages duplication duplicates blocker blockers gap gaps timeout timeouts
  exception exceptions panic panics problem problems degradation inconsistency inconsistencies mismatch mismatches
  discrepancy discrepancies incident incidents risk risks race races overflow overflows lints
  breakage interruption interruptions
`);

export const negativeNouns = badNouns;

/** Words after which a percentage, a share or a count is a result. */
export const resultWords = words(`
  success pass passed passing passes rate coverage covered complete completed completion achieved achievement accuracy
  reliability uptime availability confidence enforced effective secure controlled functional operational working tested
  validated verified implemented established integrated mitigated compliant compliance score test tests scenarios
  checks cases phases criteria requirements targets objectives goals met ready readiness satisfied successful
  successfully resolved fixed integrity consistency stability recovery quality health parity match matches detection
  detected satisfaction handled deployed migrated documented responding covering truths must-haves items tasks stories suites
  endpoints assertions precision recall availability progress done finished enforced ok green transparent
`);

/** Words that make a number with a unit of time, size or rate a measured performance. */
export const performanceWords = words(`
  response latency throughput performance benchmark benchmarks speed p50 p90 p95 p99 percentile overhead memory cpu load
  processing startup recovery query queries rendering render time times average avg median mean faster slower
  scaling speedup utilization usage execution concurrent inference training execute executes complete completes
  memory footprint boot build compile compilation latency generation requests duration achieved measured reached
`);

/** Words that make a number a plan, a limit or a setting. */
export const targetWords = words(`
  target targets goal goals threshold thresholds estimate estimated estimates expected expect limit limits maximum minimum
  max min budget timeout timeouts effort planned projected desired required interval intervals default defaults
  configurable configured ideal baseline assume assumed typical typically sequential
`);

/** Words of improvement: with a number or a baseline they are a comparison. */
export const comparisonWords = words(`
  exceed exceeds exceeded exceeding outperform outperforms outperformed surpass surpassed surpasses surpassing
`);

export const improvementWords = words(`
  improvement improvements improved improve reduction reductions reduced decrease decreased decreases increase increased faster
  quicker speedup slower smaller lower fewer higher better gain gains savings saving cut boost
`);

/** Words that name what something is compared with. */
export const baselineWords = words(
  `baseline compared versus vs than over previous original originally industry competitors`,
);

/** Words of agreement by somebody else. */
export const approvalWords = words(`
  approval approvals sign-off sign-offs signoff signoffs acceptance certification accreditation clearance
`);

/** Words for who agrees, or to which rules. */
export const authorityWords = words(`
  stakeholder stakeholders customer client business owner legal management executive hipaa gdpr soc2 soc pci pci-dss iso
  wcag sox ccpa fedramp nist owasp
`);

export const quantifiers = words(`all every each entire whole fully completely entirely throughout both`);

/** Words that make the clause a wish, a plan or a possibility. */
export const modalWords = words(`
  should must will shall would could may might need needs ought can cannot want wants aims aim intend intends plan plans
  expected supposed likely unless would'
`);

/** Words that begin a condition. */
export const conditionWords = words(`if when whenever once unless until assuming provided whether after before wenn`);

/** Verbs that begin an instruction and are hardly ever nouns. */
export const imperativeVerbs = words(`
  achieve add adjust adopt align allow analyze apply assess avoid begin build capture choose clarify clean collect
  conduct configure confirm connect consider continue convert create define deliver demonstrate deploy determine develop
  enable enforce enhance ensure establish evaluate execute expand explore extend finalize fix follow gather generate
  get handle identify implement improve include incorporate initialize install integrate investigate keep launch leverage
  maintain make measure migrate minimize modify move obtain optimize organize perform prepare preserve prevent
  prioritize proceed provide publish re-run read rebuild reduce refactor remember remove rename replace rerun resolve
  restart restore retry reuse rewrite run schedule see select send set setup simplify start stop submit train try tune
  understand unify update upgrade use validate verify wait watch write commit push merge ask tell proceed celebrate
  deprecate migrate finish
`);

/** Verbs that begin an instruction, but are as often nouns or adjectives. */
export const ambiguousVerbs = words(`
  test document review monitor check plan design process support report release complete address track focus
  benchmark audit research access schedule debug benchmark test profile log open close clear
`);

/** Words by which a heading or label announces measurements. */
export const measureWords = words(`
  metrics metric performance benchmark benchmarks measurement measurements measured throughput latency kpis kpi usage
  resource scalability speed timing timings
`);

/** Every word that any stage looks for, participles in -ed aside. */
export const claimWords: ReadonlySet<string> = new Set([
  ...verdictWords,
  ...stateWords,
  ...comparisonWords,
  ...improvementWords,
  ...approvalWords,
  ...words(
    'all every entire fully completely entirely no zero complete completes full ready production-ready production meets meet',
  ),
  ...words(
    'compliant certified success pass done built rebuilt shown proven written rewritten found caught sent kept run set',
  ),
]);
