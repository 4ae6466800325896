/** Where the model has always found it; schemas and fenced data need the same guard. */
export { isTooDeep } from '../syntax/yamlDepth';
