import { distanceKm } from './place';

/** What is known of a picture that is compared with the visit. */
export type PhotoFacts = {
  /** By the camera's clock, `2026-11-23T14:05:09`; null when the file does not say. */
  readonly takenAt: string | null;
  /** `+08:00` when the camera said it. */
  readonly offset: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
};

/** On the office's wall clock, `2026-11-23T14:05`; the end is null while the visit goes on. */
export type VisitSpan = { readonly startedAt: string; readonly endedAt: string | null };

export type PhotoWarning = {
  readonly code: 'before' | 'after' | 'future' | 'far';
  readonly message: string;
};

/** Clocks of phones and cameras differ by some minutes; less than this is not said. The program's own figure. */
export const CLOCK_TOLERANCE_MINUTES = 30;
/** Positions in phones are wrong by up to some hundred metres; less is not said. The program's own figure. */
export const FAR_KM = 1;
/** China has one time zone. */
const OFFICE_OFFSET_MINUTES = 8 * 60;

/**
 * What does not fit between a picture and the visit it belongs to: taken before it began, after it ended or in the
 * future, or far from the other pictures of the visit.
 *
 * @param others positions of the other pictures of the same record
 * @param now on the office's wall clock
 * @returns one sentence each, none when nothing is known: the absence of data is told elsewhere
 * @example photoWarnings({ takenAt: '2026-11-20T09:00:00', … }, { startedAt: '2026-11-23T09:30', … }, [], now)
 *   // [{ code: 'before', message: '拍摄于检查开始前 3 天' }]
 */
export function photoWarnings(
  photo: PhotoFacts,
  visit: VisitSpan | null,
  others: readonly PhotoFacts[],
  now: string,
): readonly PhotoWarning[] {
  const warnings = photo.takenAt === null ? [] : timeWarnings(officeTime(photo.takenAt, photo.offset), visit, now);
  const away = kmFromOthers(photo, others);
  return away !== null && away >= FAR_KM
    ? [...warnings, { code: 'far', message: `拍摄地点与本案其他照片相距约 ${kmText(away)}` }]
    : warnings;
}

function timeWarnings(taken: number, visit: VisitSpan | null, now: string): readonly PhotoWarning[] {
  const sinceNow = taken - minutesOf(now);
  if (sinceNow > CLOCK_TOLERANCE_MINUTES)
    return [{ code: 'future', message: `拍摄时间晚于当前时间 ${spanText(sinceNow)}，请核对相机时钟` }];
  if (!visit) return [];
  const before = minutesOf(visit.startedAt) - taken;
  if (before > CLOCK_TOLERANCE_MINUTES) return [{ code: 'before', message: `拍摄于检查开始前 ${spanText(before)}` }];
  const after = visit.endedAt === null ? 0 : taken - minutesOf(visit.endedAt);
  if (after > CLOCK_TOLERANCE_MINUTES) return [{ code: 'after', message: `拍摄于检查结束后 ${spanText(after)}` }];
  return [];
}

/** Minutes on the office's wall clock; without an offset the camera's clock is taken to be the office's. */
export function officeTime(takenAt: string, offset: string | null): number {
  const found = offset === null ? null : /^([+-])(\d{2}):(\d{2})$/.exec(offset);
  if (!found) return minutesOf(takenAt);
  const minutes = (Number(found[2]) * 60 + Number(found[3])) * (found[1] === '-' ? -1 : 1);
  return minutesOf(takenAt) - minutes + OFFICE_OFFSET_MINUTES;
}

const minutesOf = (wall: string): number => Math.floor(Date.parse(`${wall.slice(0, 16)}:00Z`) / 60_000);

/** `3 天`, `2 小时`, `45 分钟`; never rounded up. */
function spanText(minutes: number): string {
  if (minutes >= 2 * 24 * 60) return `${Math.floor(minutes / (24 * 60))} 天`;
  return minutes >= 120 ? `${Math.floor(minutes / 60)} 小时` : `${minutes} 分钟`;
}

/** From the nearest other picture that has a position; null when there is none. */
function kmFromOthers(photo: PhotoFacts, others: readonly PhotoFacts[]): number | null {
  const distances = others.flatMap((other) => distanceKm(photo, other) ?? []);
  return distances.length === 0 ? null : Math.min(...distances);
}

const kmText = (km: number): string => (km < 10 ? `${km.toFixed(1)} 公里` : `${Math.round(km)} 公里`);
