import { describe, expect, it } from 'vitest';
import { type PhotoFacts, photoWarnings } from '#shared/domain/evidence/photo-warnings';

const VISIT = { startedAt: '2026-11-23T09:30', endedAt: '2026-11-23T11:00' };
const NOW = '2026-11-25T10:00';
const photo = (change: Partial<PhotoFacts> = {}): PhotoFacts => ({
  takenAt: '2026-11-23T10:00:00',
  offset: null,
  latitude: null,
  longitude: null,
  ...change,
});
const said = (change: Partial<PhotoFacts>, others: readonly PhotoFacts[] = []) =>
  photoWarnings(photo(change), VISIT, others, NOW).map((warning) => warning.message);

describe('what does not fit between a photo and its visit', () => {
  it('says nothing of a photo taken during the visit or by a clock that is half an hour off', () => {
    expect(said({})).toEqual([]);
    expect(said({ takenAt: '2026-11-23T09:00:00' })).toEqual([]);
    expect(said({ takenAt: '2026-11-23T11:30:59' })).toEqual([]);
  });

  it('counts days and hours down, never up', () => {
    expect(said({ takenAt: '2026-11-20T09:00:00' })).toEqual(['拍摄于检查开始前 3 天']);
    expect(said({ takenAt: '2026-11-21T09:31:00' })).toEqual(['拍摄于检查开始前 47 小时']);
    expect(said({ takenAt: '2026-11-23T08:59:00' })).toEqual(['拍摄于检查开始前 31 分钟']);
    expect(said({ takenAt: '2026-11-23T13:10:00' })).toEqual(['拍摄于检查结束后 2 小时']);
  });

  it('moves a clock of another zone to the office before it compares', () => {
    expect(said({ takenAt: '2026-11-23T02:00:00', offset: '+00:00' })).toEqual([]);
    expect(said({ takenAt: '2026-11-22T20:00:00', offset: '-06:00' })).toEqual([]);
    expect(said({ takenAt: '2026-11-23T02:00:00', offset: null })).toEqual(['拍摄于检查开始前 7 小时']);
  });

  it('tells a camera whose clock runs ahead of today from one that was late', () => {
    expect(said({ takenAt: '2027-01-01T10:00:00' })).toEqual(['拍摄时间晚于当前时间 37 天，请核对相机时钟']);
  });

  it('does not call a photo late while the visit goes on', () => {
    const open = { startedAt: '2026-11-25T08:00', endedAt: null };
    expect(photoWarnings(photo({ takenAt: '2026-11-25T09:59:00' }), open, [], NOW)).toEqual([]);
  });

  it('measures from the nearest other photo and is silent when positions are unknown', () => {
    const here = photo({ latitude: 30.2741, longitude: 120.1551 });
    const near = photo({ latitude: 30.2745, longitude: 120.1555 });
    const far = { latitude: 30.2741, longitude: 120.28 };
    expect(said(far, [here, near])).toEqual(['拍摄地点与本案其他照片相距约 12 公里']);
    expect(said({ latitude: 30.2741, longitude: 120.1551 }, [near, photo(far)])).toEqual([]);
    expect(said(far, [photo()])).toEqual([]);
    expect(said({}, [here])).toEqual([]);
  });
});
