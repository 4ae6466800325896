/** `extends`: one schema laid over another, entry by entry. */
import { entryOf, textOf } from './rawSchema';
import type { RawEntry, RawList, RawMap, RawNode } from './rawSchema';

/** Lists whose entries are mappings with a name, and merge by it. */
const namedLists: ReadonlySet<string> = new Set([
  'sections',
  'fields',
  'tables',
  'columns',
  'data',
  'keys',
  'records',
  'parts',
]);
/** Lists that add to those below. */
const growingLists: ReadonlySet<string> = new Set(['aliases', 'groups', 'conditions']);

/**
 * Lays a schema over the one it extends. What it names again is changed, `remove: true` takes an entry away, and new
 * entries stand in the slot that they name, else at the end.
 */
export function mergeSchemas(base: RawMap, over: RawMap): RawMap {
  return mergeMaps(base, over);
}

function mergeMaps(base: RawMap, over: RawMap): RawMap {
  const entries = base.entries.map((entry): RawEntry => {
    const own = over.entries.find(({ key }) => key === entry.key);
    return own ? { ...own, value: mergeNodes(entry.key, entry.value, own.value) } : entry;
  });
  const added = over.entries.filter(({ key }) => !base.entries.some((entry) => entry.key === key));
  return { type: 'map', entries: [...entries, ...added], place: over.place };
}

function mergeNodes(key: string, base: RawNode, over: RawNode): RawNode {
  if (base.type === 'list' && over.type === 'list') {
    if (namedLists.has(key)) return mergeNamed(base, over);
    if (growingLists.has(key)) return { ...over, items: [...base.items, ...over.items] };
    return over;
  }
  return base.type === 'map' && over.type === 'map' ? mergeMaps(base, over) : over;
}

function mergeNamed(base: RawList, over: RawList): RawList {
  const items: RawNode[] = [...base.items];
  for (const item of over.items) {
    const name = item.type === 'map' ? textOf(item, 'name') : undefined;
    const at =
      name === undefined ? -1 : items.findIndex((other) => other.type === 'map' && textOf(other, 'name') === name);
    const known = items[at];
    if (item.type !== 'map') items.push(item);
    else if (known?.type !== 'map') insert(items, item);
    else if (isRemoved(item)) items.splice(at, 1);
    else items[at] = mergeMaps(known, item);
  }
  return { ...over, items };
}

/** Whether an entry only takes another one away. */
export function isRemoved(map: RawMap): boolean {
  const value = entryOf(map, 'remove');
  return value?.type === 'scalar' && value.value === true;
}

/** A slot is an entry `- slot: details` of the base; what is put there stands before it, in the order written. */
function insert(items: RawNode[], item: RawMap): void {
  const slot = textOf(item, 'slot');
  const after = textOf(item, 'after');
  const before = textOf(item, 'before');
  const indexOf = (key: 'name' | 'slot', wanted: string | undefined): number =>
    wanted === undefined
      ? -1
      : items.findIndex((other) => {
          if (other.type !== 'map') return false;
          return textOf(other, key) === wanted && (key === 'name' || textOf(other, 'name') === undefined);
        });
  const places = [indexOf('slot', slot), indexOf('name', before), indexOf('name', after) + 1 || -1];
  const at = places.find((index) => index >= 0) ?? items.length;
  items.splice(at, 0, item);
}
