import { presetDefaults, type Preset } from './preset';

const unit = '{sprint,week,day}';
/** A week or a day is also what courses and diaries are cut into: only words of reports show the convention. */
const telling = '{complete,completion,completion_report,completion_summary,handoff,hand-off,final,status,progress}';

/** Steps and stages are told in every manual: only the end of one shows that work is counted by them. */
const ending = '{complete,completion,completion_report,completion-report,completion_summary,handoff,hand-off}';

/** `docs/sprint_handoffs/sprint-5-handoff.md`, `WEEK11_COMPLETE.md`, `MPS_DAY6-7_COMPLETE.md`. */
export const sprint: Preset = {
  ...presetDefaults,
  name: 'sprint',
  summary: 'sprint-5-handoff.md, WEEK11_COMPLETE.md, API_DAYS1-5_FINAL.md, milestone-2-handoff.md',
  markers: [
    'sprint{_,-,}<phase>{_,-}handoff.md',
    'sprint{_,-,}<phase>{_,-}{hand-off,completion,completion-report,completion_report,retrospective}.md',
    `{week,day}{s,}{_,-,}<phase>{_,-}${telling}.md`,
    `*{_,-}{sprint,week,day}{s,}{_,-,}<phase>{_,-}${telling}.md`,
    `{milestone,iteration,stage,block,step}{_,-,}<phase>{_,-}${ending}.md`,
  ],
  documents: [
    { pattern: `<unit>{_,-,}<phase>{_,-}<kind>.md`, unknownKind: 'title' },
    ...['sprint', 'week', 'day', 'milestone', 'iteration'].map((name) => ({
      pattern: `<slug>{_,-}${name}{s,}{_,-,}<phase>{_,-}<kind>.md`,
      unit: name,
      unknownKind: 'title' as const,
    })),
    { pattern: `**/sprint{s,}/${unit}{_,-,}<phase>.md`, kind: 'plan', unit: 'sprint', needs: 'title' },
  ],
};
