/** A year's list for the draw: one in 25 subjects is visited, in twelve batches, by pairs that make three visits a day. */
export const PARTS = { officeNonce: '00112233445566778899aabbccddeeff', publicValue: '3 5 1 6' };
export const SHA256 = 'ab'.repeat(32);

const BATCHES = 12;
const DAYS = 20;
const TRIPS = 3;

/** Working days need not be real ones here: a draw only takes them as it finds them. */
const daysOf = (batch) =>
  Array.from(
    { length: DAYS },
    (_, day) => `2026-${String(batch).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
  );

const share = (count) =>
  Array.from(
    { length: BATCHES },
    (_, at) => Math.floor(((at + 1) * count) / BATCHES) - Math.floor((at * count) / BATCHES),
  );

export function drawList(rows, freezePopulation) {
  const strata = ['a', 'b', 'c', 'd'];
  const candidates = Array.from({ length: rows }, (_, at) => ({
    code: `91110000${String(at * 7).padStart(10, '0')}`,
    stratum: strata[at % 4],
  }));
  const count = Math.floor(rows / 100);
  // a quarter more pairs than the visits need
  const pairs = Math.ceil(((count * 4) / (BATCHES * DAYS * TRIPS)) * 1.25) + 1;
  return {
    year: 2026,
    startOn: '2026-01-01',
    packId: 'bench',
    packVersion: 1,
    packSha256: SHA256,
    rounding: 'floor',
    visitsPerDay: TRIPS,
    nonceSha256: SHA256,
    strata: strata.map((id) => ({
      id,
      ratio: '4%',
      base: Math.ceil(rows / 4),
      drawn: 0,
      yearly: count,
      shares: share(count),
      skill: '',
    })),
    days: Array.from({ length: BATCHES }, (_, at) => ({ batchNo: at + 1, days: daysOf(at + 1) })),
    officers: Array.from({ length: pairs * 2 }, (_, at) => ({
      id: `o${at}`,
      name: `执法${at}`,
      certificateUntil: '2030-12-31',
      leaves: [],
      busy: [],
      skills: [],
      load: 0,
      // every officer has somebody to keep away from
      avoids: [candidates[(at * 31) % rows].code],
    })),
    population: freezePopulation(candidates),
    exclusions: [],
  };
}
