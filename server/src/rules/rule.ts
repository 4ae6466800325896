/** The whole contract of a rule. See `CONTRIBUTING.md` for how to add one. */
import type { Range } from 'vscode-languageserver-types';
import type { Config } from '../config';
import type { Diagnostic, Fix, RelatedPlace, Severity } from '../diagnostic';
import type { DocumentBaseline } from '../model/baseline/documentBaseline';
import type { PhaseDocument } from '../model/phaseDocument';
import type { ProjectView } from '../model/project';
import type { Waiver } from '../model/suppressions';

export interface Rule {
  /** Kebab-case; the name of source, page and test. */
  readonly id: string;
  readonly family: 'claims' | 'structure' | 'phases' | 'references';
  /** One line, imperative: "Require evidence for strong claims". */
  readonly summary: string;
  /** At which severity it reports by default; `off` for rules that a team has to switch on. */
  readonly severity: Severity | 'off';
  /**
   * What a finding depends on besides the document itself. Rules that read the project run again when other documents
   * or files change. One that reads the outcome runs after all others and cannot be waived.
   */
  readonly reads: 'document' | 'project' | 'outcome';
  /** Synchronous and pure. Throws only by mistake; the runner isolates that. */
  check(context: RuleContext): Iterable<Finding>;
}

export interface RuleContext {
  readonly document: PhaseDocument;
  readonly project: ProjectView;
  readonly config: Config;
  /** The findings of the document that the team knows already; undefined if there are none. */
  readonly baseline?: DocumentBaseline | undefined;
  /** Only for rules that read it. */
  readonly outcome?: RuleOutcome;
}

/** How the other rules fared. Not what they found. */
export interface RuleOutcome {
  /** Ids of all rules there are. */
  readonly rules: readonly string[];
  /** Ids of those that are switched on and came to their end. */
  readonly completed: ReadonlySet<string>;
  /** The waivers that waived a finding. */
  readonly used: ReadonlySet<Waiver>;
}

/** A diagnostic before the runner has given it rule and severity. */
export interface Finding {
  readonly range: Range;
  /** What is wrong, why it matters, what to do. Ends with a full stop. */
  readonly message: string;
  /** Overrides the severity of the rule, unless the configuration sets one. A hint stays a hint. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /**
   * A function where making them costs anything. It is called with the context of that moment: a finding may be kept
   * while other sections change, so it must not hold on to the document in which it was found.
   */
  readonly fixes?: readonly Fix[] | ((context: RuleContext) => readonly Fix[]);
}

/** A finding with its rule and severity. */
export interface RuleDiagnostic extends Diagnostic {
  readonly fixes: (context: RuleContext) => readonly Fix[];
}

/** Gives a rule its type. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
