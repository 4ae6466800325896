/** The words by which claims are told. Data only. In lower case. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}

/** Participles and verbs that are a verdict of their own, where they are the predicate. */
export const verdictWords = words(`
  completed passed passing met achieved satisfied fulfilled accomplished succeeded successful successfully approved
  certified exceeded finished succeeds auto-approved pre-approved
`);

/**
 * Participles of work on a project. Others in -ed may as well tell how the thing works: `payload stored with each job`.
 */
export const workWords = words(`
  added addressed adjusted adopted audited benchmarked built captured checked cleaned closed configured confirmed
  consolidated converted corrected covered created debugged defined delivered demonstrated deployed designed documented
  eliminated enabled enhanced ensured established evaluated executed extended finalized fixed hardened identified
  implemented improved increased installed integrated introduced launched maintained measured merged migrated mitigated
  modernized moved normalized optimized organized packaged patched planned polished populated ported prepared proven
  proved published reached rebuilt reduced refactored removed renamed reorganized replaced reproduced resolved restored
  restructured reviewed rewritten secured shipped shown simplified solved stabilized standardized streamlined switched
  synchronized tested trained transitioned translated tuned unified updated upgraded validated verified wired written done
`);

/** States in which a finished thing is. */
export const stateWords = words(`
  operational functional working works work healthy ready stable available active live secure independent accessible
  responsive unchanged correct correctly clean consistent complete green intact compatible compliant accurate reliable
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
  breakage interruption interruptions todo todos fixme fixmes stubs placeholders anti-patterns antipatterns stalls
`);

/** What has happened to things that went wrong: of these a project wants none. */
export const lostWords = words(`
  failed failing fail fails leaked lost corrupted dropped exposed broken missed missing rejected skipped crashed stuck
  duplicated orphaned unresolved unhandled
`);

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
  beat beats exceed exceeds exceeded exceeding outperform outperforms outperformed surpass surpassed surpasses surpassing
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

/** Words that make the clause a wish, a plan or a possibility. */
export const modalWords = words(`
  should must will shall would could may might need needs ought can cannot want wants aims aim intend intends plan plans
  expected supposed likely unless would'
`);

/** Words that begin a condition; `when`, `before` and `after` tell a time as often. */
export const conditionWords = words(`if once unless until assuming provided whether`);

/** Verbs that begin an instruction and are hardly ever nouns. */
export const imperativeVerbs = words(`
  achieve adopt avoid analyze apply assess begin choose clarify clean collect
  conduct configure confirm connect consider continue convert create define deliver demonstrate determine develop
  enable enforce enhance ensure establish evaluate execute expand explore extend finalize follow gather generate
  identify implement improve include incorporate initialize install integrate investigate keep leverage
  maintain make migrate minimize modify obtain optimize organize perform prepare preserve prevent
  prioritize proceed provide re-run rebuild refactor remember remove replace rerun resolve
  restore select send setup simplify submit tune understand unify validate verify wait write commit ask tell celebrate
  deprecate add allow align adjust fix see take
`);

/** Verbs that begin an instruction, but are as often nouns or adjectives. */
export const ambiguousVerbs = words(`
  test document review monitor check plan design process support report release complete address track focus
  benchmark audit research access schedule debug profile log open close clear build capture deploy finish get handle launch
  measure merge move publish push read reduce rename restart retry reuse rewrite run set start stop train try update upgrade
  use watch
`);

/** Words by which a heading or label announces measurements. */
export const measureWords = words(`
  metrics metric performance benchmark benchmarks measurement measurements measured throughput latency kpis kpi usage
  resource scalability speed timing timings times durations efficiency footprint
`);

/** Last words of labels whose value tells how something came out. */
export const resultLabels = words('result results outcome outcomes');

/** Words after which the value that was reached stands beside its target. */
export const achievedWords = words(`achieved actual measured reached observed`);

/** Every word that any stage looks for, participles in -ed aside. */
export const claimWords: ReadonlySet<string> = new Set([
  ...verdictWords,
  ...stateWords,
  ...comparisonWords,
  ...improvementWords,
  ...approvalWords,
  ...achievedWords,
  ...words(
    'all every entire fully completely entirely no zero complete completes full ready production-ready production meets meet',
  ),
  ...words(
    'signed accepted halved doubled tripled twice half compliance compliant certified success pass done built rebuilt shown proven written rewritten sent wrote rewrote place beat beats',
  ),
]);
