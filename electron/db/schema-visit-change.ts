/** Table of the changes of visits; part of `schema.ts`. */

export type VisitChangeTable = {
  id: string;
  visit_id: string;
  kind: 'move' | 'exchange' | 'merge' | 'cancel';
  before: string;
  after: string;
  cause: string;
  reason: string;
  officer_id: string | null;
  second_officer_id: string | null;
  undoes: string | null;
  at: string;
};
