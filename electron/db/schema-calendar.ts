/** Imported years of the working-day calendar; part of `schema.ts`. */

export type CalendarYearTable = {
  id: string;
  year: number;
  content: string;
  source: string;
  file_name: string;
  file_sha256: string;
  workdays: number;
  officer_id: string;
  confirmed_by: string;
  imported_on: string;
  state: 'active' | 'replaced';
  created_at: string;
};
