import { readdirSync, readFileSync } from 'node:fs';
import { createArtifactReader } from '../../server/src/model/evidence/artifacts/readArtifact';
import type { ArtifactReading, QuantityName } from '../../server/src/model/evidence/artifacts/artifact';

const folder = 'test/fixtures/artifacts';

/** Names of all fixtures. */
export const artifactFixtures: readonly string[] = readdirSync(folder).sort();

export function artifactText(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}

/** What it says about everything, by name; rounded, because 11 of 12 has no end. */
export function overallOf(reading: ArtifactReading): Partial<Record<QuantityName, number>> {
  const whole = reading.quantities.filter(({ scope }) => scope === undefined);
  return Object.fromEntries(whole.map(({ name, value }) => [name, Math.round(value * 100) / 100]));
}

export function scopeOf(reading: ArtifactReading, scope: string): Partial<Record<QuantityName, number>> {
  const part = reading.quantities.filter((quantity) => quantity.scope === scope);
  return Object.fromEntries(part.map(({ name, value }) => [name, Math.round(value * 100) / 100]));
}

/** Reads it in pieces. @param cuts offsets, in any order */
export function readInPieces(path: string, text: string, cuts: readonly number[], fragment?: string): ArtifactReading {
  const reader = createArtifactReader(path, fragment === undefined ? {} : { fragment });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(text.slice(from, Math.max(from, cut)));
    from = Math.max(from, cut);
  }
  reader.push(text.slice(from));
  return reader.end();
}
