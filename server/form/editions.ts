import { edition2019 } from './edition-2019';
import { edition2021 } from './edition-2021';
import type { Form } from './form';

/** The year on which the form in force was first used (国办公开办函〔2021〕30号). */
const firstYear = 2021;

/** The edition of the form for reports on a year. */
export const formOfYear = (year: number): Form => (year < firstYear ? edition2019 : edition2021);
