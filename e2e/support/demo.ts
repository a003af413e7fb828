import { trellis } from './trellis.ts';

export interface Student {
  name: string;
  pin: string;
  home_language: string | null;
  support: string;
}

interface DemoClass {
  code: string;
  title: string;
  grade: number;
  students: Student[];
}

interface District {
  teachers: { username: string; name: string; password: string }[];
  classes: DemoClass[];
}

let read: District | undefined;

/** Everyone in the demo district. */
export function district(): District {
  read ??= JSON.parse(trellis('demo', '--list', '--json')) as District;
  return read;
}

export const teacher = { username: 'okafor', password: 'trellis-demo-teacher' };

/** The class of the guides. */
export const maple = { code: 'MAPLE-27', title: 'Grade 6 Math, Period 2' };

export const ana = { name: 'Ana Rivera', pin: '1234' };
export const liam = { name: 'Liam Chen', pin: '2345' };

/** The n-th of the class's other students: a test that changes a student takes one of its own. */
export function classmate(n: number): Student {
  const found = district().classes.find((each) => each.code === maple.code);
  const others = found?.students.filter((each) => ![ana.name, liam.name].includes(each.name));
  const student = others?.[n];
  if (!student) throw new Error(`${maple.code} has no classmate ${n}`);
  return student;
}
