import { defineRule } from './rule';
export const mixedStatus = defineRule({ id: 'mixed-status', family: 'structure', summary: 'x', severity: 'warning', reads: 'document', check: () => [] });
