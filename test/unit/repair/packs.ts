import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePack } from '#shared/domain/basis/parse-pack';
import { type RepairPack, repairPack } from '#shared/domain/repair/repair-pack';

const dir = resolve(import.meta.dirname, '../../../resources/packs/repair');
export const packFiles = readdirSync(dir).filter((name) => name.endsWith('.json'));
export const readRaw = (name: string): unknown => JSON.parse(readFileSync(resolve(dir, name), 'utf8'));
export const readPack = (name: string): RepairPack => parsePack(repairPack, readRaw(name), name);
export const packs = packFiles.map(readPack);
export const packNamed = (id: string, version = 1): RepairPack => {
  const pack = packs.find((candidate) => candidate.id === id && candidate.version === version);
  if (!pack) throw new Error(`no pack ${id}`);
  return pack;
};
