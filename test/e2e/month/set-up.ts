import type { Page } from 'playwright-core';
import { emptySubject } from '#shared/domain/subject/subject';
import { call } from '../calls';
import { FIRST, FOURTH, SECOND, THIRD } from './month';

/** 24 % of these, each part of a visit being one, are three. */
const AGENCIES = 9;

/** The office, four officers and its agencies; prepared behind the window, as none of it belongs to the month. */
export async function setUpMonth(page: Page): Promise<void> {
  await call(page, 'office.save', {
    ...{ name: '云州市知识产权局', code: '云知', district: '云州市', address: '示例路1号', phone: '0990-5000000' },
  });
  const ids: string[] = [];
  for (const [at, name] of [FIRST, SECOND, THIRD, FOURTH].entries()) {
    const { id } = await call(page, 'officer.save', {
      ...{ name, certificateNo: `Y00${at + 1}`, certificateUntil: null, station: '', position: '' },
      ...{ skills: [], leaves: [], active: true },
    });
    ids.push(id);
  }
  await call(page, 'office.act-as', { officerId: ids[0] ?? '' });
  for (let at = 1; at <= AGENCIES; at += 1)
    await call(page, 'subject.create', {
      ...emptySubject('patent_agency', `云州第${at}示例专利代理事务所`),
      noUsccReason: '测试数据',
      agencyCode: String(88_000 + at),
      address: `云州市示例路${at}号`,
      phone: '0990-1234567',
    });
}
