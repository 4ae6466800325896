import { defineRule } from './rule';
export const leftoverPlaceholder = defineRule({ id: 'leftover-placeholder', family: 'structure', summary: 'x', severity: 'warning', reads: 'document', check: () => [] });
