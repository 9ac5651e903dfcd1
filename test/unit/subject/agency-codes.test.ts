import { expect, it } from 'vitest';
import { checkAgencyCode, checkAgentCertNo, checkFilingNo } from '#shared/domain/subject/agency-codes';

it.each(['11426', '13106', '44795'])('takes the agency code %s', (code) => {
  expect(checkAgencyCode(code)).toEqual({ ok: true, value: code, note: null });
});

it('notes, but takes, a code outside the province table, which exists (72001)', () => {
  expect(checkAgencyCode('72001')).toMatchObject({ ok: true, note: expect.any(String) });
});

it.each(['1142', '114260', 'A1426', ''])('refuses the agency code %s', (code) => {
  expect(checkAgencyCode(code).ok).toBe(false);
});

it('takes seven digits as certificate number and nothing else', () => {
  expect(checkAgentCertNo('４３５８２０９')).toEqual({ ok: true, value: '4358209', note: null });
  expect(checkAgentCertNo('435820').ok).toBe(false);
});

it('compares a filing number with agency and certificate', () => {
  expect(checkFilingNo('4479558209.0', { agencyCode: '44795', agentCertNo: '4358209' }).ok).toBe(true);
  expect(checkFilingNo('4479558209.0', { agencyCode: '11426' })).toMatchObject({
    message: expect.stringContaining('前 5 位'),
  });
  expect(checkFilingNo('4479558209.0', { agentCertNo: '4358208' })).toMatchObject({ ok: false });
  expect(checkFilingNo('44795582090').ok).toBe(false);
});
