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

/** A student of the guides' class with this home language, who is nobody else's here. */
export function speaker(tag: string): Student {
  const students = district().classes.find((each) => each.code === maple.code)?.students ?? [];
  const found = students.filter((each) => each.home_language === tag).at(-1);
  if (!found) throw new Error(`nobody in ${maple.code} has the home language ${tag}`);
  return found;
}

/** The n-th of the class's other students: first those whose app speaks English, of these first who
 * has most left to practise. A test that changes a student takes one of its own. */
export function classmate(n: number): Student {
  const names = JSON.parse(process.env.TRELLIS_CLASSMATES ?? '[]') as string[];
  const found = district().classes.find((each) => each.code === maple.code);
  const student = found?.students.find((each) => each.name === names[n]);
  if (!student) throw new Error(`${maple.code} has no classmate ${n} with something to practise`);
  return student;
}

/** Names for {@link classmate}, asked of a server as a teacher would. */
export async function classmates(origin: string): Promise<string[]> {
  const signedIn = await fetch(`${origin}/api/v1/session/staff`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(teacher),
  });
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const read = async (path: string) => {
    const reply = await fetch(`${origin}/api/v1${path}`, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${path} gives ${reply.status}`);
    return reply.json();
  };
  const classes = (await read('/classes')) as { id: string; code: string }[];
  const id = classes.find((each) => each.code === maple.code)?.id;
  const { skills, students } = (await read(`/classes/${id}/mastery`)) as ClassMastery;
  const left = ({ cells }: ClassMastery['students'][number]) =>
    cells.filter((cell, at) => skills[at]?.assigned && !cell.level.startsWith('mastered')).length;
  const listed = district().classes.find((each) => each.code === maple.code)?.students ?? [];
  const other = (name: string) => Number(listed.some((each) => each.name === name && each.home_language));
  return students
    .filter((each) => ![ana.name, liam.name].includes(each.name))
    .sort((a, b) => other(a.name) - other(b.name) || left(b) - left(a))
    .map((each) => each.name);
}

interface ClassMastery {
  skills: { assigned: boolean }[];
  students: { name: string; cells: { level: string }[] }[];
}
