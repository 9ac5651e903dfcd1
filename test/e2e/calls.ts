import type { Page } from 'playwright-core';
import { emptySubject } from '#shared/domain/subject/subject';
import type { EngineRouteName, RouteInput, RouteOutput } from '#shared/ipc/contract';

type Reply = { ok: true; value: unknown } | { ok: false; error: { code: string; message: string } };
type Bridge = { invoke: (route: string, input: unknown) => Promise<Reply> };

/** A route asked as the page asks it: to prepare a store quickly, and to look behind the window. */
export async function call<N extends EngineRouteName>(
  page: Page,
  route: N,
  input: RouteInput<N>,
): Promise<RouteOutput<N>> {
  const reply = await page.evaluate(
    ([name, value]) => (window as unknown as { bridge: Bridge }).bridge.invoke(name as string, value),
    [route, input] as const,
  );
  if (!reply.ok) throw new Error(`${route}: ${reply.error.code} ${reply.error.message}`);
  return reply.value as RouteOutput<N>;
}

/** An office of two officers, the first of them acting, and one agency. */
export async function prepareOffice(page: Page): Promise<{ readonly officers: readonly [string, string] }> {
  await call(page, 'office.save', { name: '云州市知识产权局', code: '云知', district: '', address: '', phone: '' });
  const save = async (name: string, certificateNo: string) => {
    const made = await call(page, 'officer.save', {
      ...{ name, certificateNo, certificateUntil: null, station: '', position: '' },
      ...{ skills: [], leaves: [], active: true },
    });
    return made.id;
  };
  const officers = [await save('张示例', 'Y001'), await save('李示例', 'Y002')] as const;
  await call(page, 'office.act-as', { officerId: officers[0] });
  return { officers };
}

export const createAgency = async (page: Page, name: string): Promise<string> =>
  (
    await call(page, 'subject.create', {
      ...emptySubject('patent_agency', name),
      noUsccReason: '测试数据',
      agencyCode: '88001',
    })
  ).id;
