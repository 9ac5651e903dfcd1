import { expect, it } from 'vitest';
import { missingPhotos } from '#shared/domain/evidence/missing-photos';

const problem = (itemCode: string) => ({ itemCode, answer: 'problem' });
const finding = (id: string, itemCode: string | null, state = 'open') => ({ id, itemCode, state });
const tied = (itemCode: string | null, findingId: string | null) => ({ itemCode, findingId });

it('names each problem once, whether it stands in an answer or in a finding', () => {
  const missing = missingPhotos(
    [problem('PA-01'), problem('PA-02')],
    [finding('f1', 'PA-02'), finding('f2', null)],
    [],
  );
  expect(missing.map(({ label }) => label)).toEqual(['项目 PA-01', '项目 PA-02 的问题', '检查表外的问题（第 2 条）']);
});

it('takes a photo of the item for its finding, but not a photo of one finding for another', () => {
  expect(missingPhotos([problem('PA-02')], [finding('f1', 'PA-02')], [tied('PA-02', null)])).toEqual([]);
  expect(missingPhotos([], [finding('f1', null), finding('f2', null)], [tied(null, 'f1')])).toHaveLength(1);
});

it('asks nothing of withdrawn findings and of answers without a problem', () => {
  expect(
    missingPhotos([{ itemCode: 'PA-01', answer: 'compliant' }], [finding('f1', 'PA-09', 'withdrawn')], []),
  ).toEqual([]);
});
