export type Position = { readonly latitude: number | null; readonly longitude: number | null };

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance; null when one of the positions is not known.
 *
 * @example distanceKm({ latitude: 30, longitude: 120 }, { latitude: 30, longitude: 121 }) // 96.3
 */
export function distanceKm(a: Position, b: Position): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const [from, to] = [radians(a.latitude), radians(b.latitude)];
  const half =
    Math.sin((to - from) / 2) ** 2 +
    Math.cos(from) * Math.cos(to) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** @example positionText({ latitude: 30.2741, longitude: 120.1551 }) // '北纬 30.2741°，东经 120.1551°' */
export function positionText({ latitude, longitude }: Position): string {
  if (latitude === null || longitude === null) return '';
  const north = `${latitude < 0 ? '南纬' : '北纬'} ${Math.abs(latitude).toFixed(4)}°`;
  return `${north}，${longitude < 0 ? '西经' : '东经'} ${Math.abs(longitude).toFixed(4)}°`;
}
