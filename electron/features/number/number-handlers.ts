import { paperIds } from '#shared/domain/paper/papers';
import type { numberRoutes } from '#shared/ipc/number';
import type { Handlers } from '../../ipc/context';
import { countReserved, listReserved } from './number-repository';
import {
  closeBlock,
  enterBlock,
  giveBlock,
  registerDevice,
  reserveNumbers,
  viewNumbers,
  voidReserved,
} from './number-service';

const note = (id: string, summary: string) => ({ object: `number_block:${id}`, summary });

export const numberHandlers: Handlers<typeof numberRoutes> = {
  'number.get-state': ({ year }, { db, clock }) => viewNumbers(db, year ?? Number(clock.today().slice(0, 4))),
  'number.register-device': (input, { write }) =>
    write({ object: 'setting:device', summary: '登记本机' }, async (tx, sharpen) => {
      sharpen({ summary: await registerDevice(tx, input) });
      return {};
    }),
  'number.give-block': (input, { write }) =>
    write(note('', '发放号段'), async (tx, sharpen) => {
      const { id, checkCode } = await giveBlock(tx, input);
      const { word, year, firstNo, lastNo, deviceNo } = input;
      sharpen(note(id, `向设备 ${deviceNo} 发放“${word}”字〔${year}〕${firstNo}—${lastNo}`));
      return { id, checkCode };
    }),
  'number.enter-block': (input, { write }) =>
    write(note('', '登记号段'), async (tx, sharpen) => {
      const id = await enterBlock(tx, input);
      sharpen(note(id, `登记“${input.word}”字〔${input.year}〕${input.firstNo}—${input.lastNo}`));
      return { id };
    }),
  'number.close-block': (input, { write }) =>
    write(note(input.id, '收回号段'), async (tx, sharpen) => {
      sharpen({ summary: `收回号段 ${await closeBlock(tx, input)}：${input.reason}` });
      return { id: input.id };
    }),
  'number.reserve': (input, { write }) =>
    write({ object: 'reserved_number:', summary: '预留文号' }, async (tx, sharpen) => {
      const { ids, nos } = await reserveNumbers(tx, input);
      sharpen({ object: `reserved_number:${ids[0] ?? ''}`, summary: `预留文号 ${nos.join('、')}` });
      return { ids, nos };
    }),
  'number.void-reserved': (input, { write }) =>
    write({ object: `reserved_number:${input.id}`, summary: '作废预留文号' }, async (tx, sharpen) => {
      sharpen({ summary: `作废预留文号 ${await voidReserved(tx, input)}：${input.reason}` });
      return { id: input.id };
    }),
  'number.list-reserved': async (input, { db }) => ({
    rows: (await listReserved(db, input)).map((row) => ({
      id: row.id,
      no: row.no,
      paper: paperIds.find((paper) => paper === row.paper) ?? 'inspection-record',
      subjectId: row.subject_id,
      subjectName: row.subject_name,
      visitId: row.visit_id,
      state: row.state,
      boundTable: row.bound_table,
      boundId: row.bound_id,
      voidReason: row.void_reason,
      createdAt: row.created_at,
    })),
    total: await countReserved(db, input),
  }),
};
