import type { PaperParty } from '#shared/domain/paper/content';
import type { ReadDb } from '../../../db/dialect';
import { getPaperSubject, type PaperSubject } from '../../reports/data/subject-repository';

/** The licence a kind of subject is registered by; what is not sure is left to be written in. */
const LICENCES: Readonly<Record<string, string>> = {
  enterprise: '营业执照',
  patent_agency: '营业执照、专利代理机构执业许可证',
  trademark_agency: '营业执照',
  agency_branch: '营业执照',
  agent: '专利代理师资格证',
  ecommerce_platform: '营业执照',
  market: '营业执照',
  individual_business: '个体工商户营业执照',
  association: '社会团体法人登记证书',
  institution: '事业单位法人证书',
};

export const toParty = (subject: PaperSubject): PaperParty => ({
  name: subject.name,
  licence: LICENCES[subject.kind] ?? '',
  idLabel: subject.idLabel,
  idText: subject.idText,
  legalPerson: subject.legalPerson,
  address: subject.address,
  phone: subject.phone,
  otherContact: subject.email,
});

/** @throws AppError `not_found` */
export const getParty = async (db: ReadDb, id: string): Promise<PaperParty> => toParty(await getPaperSubject(db, id));
