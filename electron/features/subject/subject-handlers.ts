import type { subjectRoutes } from '#shared/ipc/subject';
import type { Handlers } from '../../ipc/context';
import { viewBatches } from '../../table-import/import-repository';
import { undoImport } from '../../table-import/undo-import';
import { importSubjects, previewSubjects } from './subject-import';
import { checkCode, createSubject, revealSubject, updateSubject } from './subject-service';
import { viewSearch, viewSubject, viewSubjects } from './subject-view';

export const subjectHandlers: Handlers<typeof subjectRoutes> = {
  'subject.list': (input, { db, packs }) => viewSubjects(db, packs, input),
  'subject.search': (input, { db }) => viewSearch(db, input),
  'subject.get': ({ id }, { db, packs, clock }) => viewSubject(db, packs, id, clock.today()),
  'subject.reveal': (input, { write }) =>
    write({ object: `subject:${input.id}`, summary: `查看证件号码和电话，用途：${input.purpose}` }, (tx) =>
      revealSubject(tx, input),
    ),
  'subject.create': (draft, { store, write }) =>
    write({ object: 'subject:', summary: `登记监管对象 ${draft.name}` }, async (tx, sharpen) => {
      const id = await createSubject(tx, store, draft);
      sharpen({ object: `subject:${id}` });
      return { id };
    }),
  'subject.update': (input, { store, write }) =>
    write({ object: `subject:${input.id}`, summary: '修改监管对象' }, async (tx, sharpen) => {
      const { name } = await updateSubject(tx, store, input);
      sharpen({ summary: `修改监管对象 ${name}` });
      return { id: input.id };
    }),
  'subject.check-code': (input) => checkCode(input),
  'subject.preview-import': (input, context) => previewSubjects(input, context),
  'subject.run-import': (input, context) => importSubjects(input, context),
  'subject.list-imports': async (_input, { db }) => ({ batches: await viewBatches(db) }),
  'subject.undo-import': ({ batchId }, context) => undoImport(batchId, context),
};
