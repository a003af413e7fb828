//! The district into an empty database.

use std::num::NonZeroUsize;
use std::sync::Arc;

use api::AssignmentId;
use item_bank::Bank;
use store::{
    CredentialHash, EnrollmentRow, GradedResponse, NewAssignmentRow, NewClass, NewOrg, NewStaff,
    NewStudent, NewUse, OrgKind, Store, StoreError, StoreResult,
};

use super::district::{
    CLASSES, DISTRICT, GUIDE_CLASS, SCHOOLS, STUDENTS_PER_CLASS, TEACHER_PASSWORD,
};
use super::history::Course;
use super::model::{self, NoModel};
use super::people::{Demo, DemoClass, DemoStudent, fixed_id};
use super::random::Dice;
use super::words;
use crate::auth::hasher::{self, HashError};

const DAY_MS: i64 = 86_400_000;
const HOUR_MS: i64 = 3_600_000;

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(
        "the database holds a district already: the demo goes into an empty one only; \
         name another file with --database"
    )]
    NotEmpty,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Hash(#[from] HashError),
    #[error("no model could be fitted to the demo district: {0}")]
    Model(#[from] NoModel),
    #[error("a part of the work stopped: {0}")]
    Stopped(String),
}

/// Told as the work goes on, from several threads.
pub type Step = Arc<dyn Fn() + Send + Sync>;

/// One for each student made and one for each written.
pub const STEPS: u64 = 2 * (CLASSES.len() * STUDENTS_PER_CLASS) as u64;

/// What was seeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeded {
    pub students: usize,
    pub responses: usize,
}

/// Whether the database holds the demo district, whatever its seed.
pub async fn is_demo_district(store: &dyn Store) -> StoreResult<bool> {
    let class = store.class_by_code(GUIDE_CLASS).await?;
    Ok(class.is_some_and(|class| class.id == Demo::guide_class_id()))
}

/// Seeds an empty database and leaves any other as it is; says whether it seeded.
pub async fn seed_if_empty(
    store: &dyn Store,
    number: u64,
    now_ms: i64,
    step: &Step,
) -> Result<bool, DemoError> {
    if !store.is_empty().await? {
        return Ok(false);
    }
    seed(store, number, now_ms, step).await?;
    Ok(true)
}

/// Seeds an empty database with the district of a seed, its history ending at `now_ms`. Calls
/// `step` [`STEPS`] times on the way.
pub async fn seed(
    store: &dyn Store,
    number: u64,
    now_ms: i64,
    step: &Step,
) -> Result<Seeded, DemoError> {
    if !store.is_empty().await? {
        return Err(DemoError::NotEmpty);
    }
    // Hashing and simulating take seconds: all cores, and not the async threads.
    let made_one = Arc::clone(step);
    let made = tokio::task::spawn_blocking(move || make(number, now_ms, &*made_one)).await;
    let (demo, credentials, histories) =
        made.map_err(|error| DemoError::Stopped(error.to_string()))??;

    add_people(store, &demo, credentials).await?;
    add_assignments(store, &demo, now_ms).await?;
    let mut seeded = Seeded {
        students: 0,
        responses: 0,
    };
    let students = demo.classes.iter().flat_map(|class| &class.students);
    for (student, history) in students.zip(histories) {
        seeded.students += 1;
        seeded.responses += history.answers.len();
        let History { answers, uses } = history;
        if !answers.is_empty() {
            store.append(student.id, answers).await?;
        }
        if !uses.is_empty() {
            store.append_uses(student.id, uses).await?;
        }
        step();
    }
    model::adopt_fitted(store, now_ms).await?;
    Ok(seeded)
}

struct Credentials {
    staff: CredentialHash,
    /// In the order of classes and their students.
    students: Vec<CredentialHash>,
}

/// What one student did.
struct History {
    answers: Vec<GradedResponse>,
    uses: Vec<NewUse>,
}

type Made = (Demo, Credentials, Vec<History>);

fn make(number: u64, now_ms: i64, step: &(dyn Fn() + Send + Sync)) -> Result<Made, HashError> {
    let demo = Demo::new(number);
    let bank = Bank::embedded();
    let mut dice = Dice::new(number ^ 0xacc0);
    let staff = hasher::hash_with_salt(TEACHER_PASSWORD, &dice.bytes())?;
    let courses: Vec<Course<'_>> = demo
        .classes
        .iter()
        .enumerate()
        .map(|(period, class)| {
            let school = &SCHOOLS[class.school];
            let meets_ms = (school.first_hour + period as i64 % 3) * HOUR_MS;
            Course::new(bank, &class.pathways, now_ms, meets_ms)
        })
        .collect();
    let jobs: Vec<Job<'_>> = demo
        .classes
        .iter()
        .zip(&courses)
        .flat_map(|(class, course)| {
            let is_guide = class.code == GUIDE_CLASS;
            let students = class.students.iter().enumerate();
            students.map(move |(n, student)| (student, course, is_guide, n))
        })
        .map(|(student, course, is_guide, n)| Job {
            student,
            course,
            is_guide,
            is_named: is_guide && n == 0,
            salt: dice.bytes(),
            seed: dice.word(),
        })
        .collect();
    let done = on_all_cores(&jobs, step)?;
    let (students, histories) = done.into_iter().unzip();
    drop(jobs);
    drop(courses);
    Ok((demo, Credentials { staff, students }, histories))
}

struct Job<'a> {
    student: &'a DemoStudent,
    course: &'a Course<'a>,
    /// In the guide class, whose report of words has something to show.
    is_guide: bool,
    /// The first of it: Ana, whom every guide names.
    is_named: bool,
    salt: [u8; 16],
    seed: u64,
}

type Done = (CredentialHash, History);

impl Job<'_> {
    fn history(&self) -> History {
        let course = self.course;
        let answers = course.practise(self.student, self.seed);
        let mut uses = words::answered(course.bank, &answers);
        if self.is_guide {
            uses.extend(words::beside_questions(
                course.bank,
                self.student,
                &answers,
                self.seed,
            ));
        }
        if self.is_named {
            let (now_ms, meets_ms) = (course.now_ms, course.meets_ms);
            uses = words::with_folded_fraction(course.bank, uses, now_ms, meets_ms);
        }
        uses.sort_by_key(|one| one.at_ms);
        History { answers, uses }
    }
}

fn on_all_cores(jobs: &[Job<'_>], step: &(dyn Fn() + Send + Sync)) -> Result<Vec<Done>, HashError> {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let share = jobs.len().div_ceil(cores).max(1);
    let work = |job: &Job<'_>| {
        let credential = hasher::hash_with_salt(&job.student.pin, &job.salt)?;
        let history = job.history();
        step();
        Ok((credential, history))
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = jobs
            .chunks(share)
            .map(|chunk| scope.spawn(move || chunk.iter().map(work).collect::<Result<Vec<_>, _>>()))
            .collect();
        let mut all = Vec::with_capacity(jobs.len());
        for thread in threads {
            let part = thread
                .join()
                .map_err(|_| HashError::Failed("a thread died".to_owned()))?;
            all.extend(part?);
        }
        Ok(all)
    })
}

async fn add_people(
    store: &dyn Store,
    demo: &Demo,
    credentials: Credentials,
) -> Result<(), DemoError> {
    let district = NewOrg {
        id: demo.district,
        parent: None,
        kind: OrgKind::District,
        name: DISTRICT.to_owned(),
    };
    let schools = demo.schools.iter().map(|(id, name)| NewOrg {
        id: *id,
        parent: Some(demo.district),
        kind: OrgKind::School,
        name: (*name).to_owned(),
    });
    store
        .add_orgs(std::iter::once(district).chain(schools).collect())
        .await?;

    let staff = demo.teachers.iter().map(|teacher| NewStaff {
        id: teacher.id,
        org: demo.schools[teacher.school].0,
        username: teacher.username.to_owned(),
        display_name: teacher.display_name.to_owned(),
        credential: credentials.staff.clone(),
    });
    store.add_staff(staff.collect()).await?;
    for teacher in &demo.teachers {
        if let Some(language) = &teacher.reads {
            store.set_reader(teacher.id, language.clone(), true).await?;
        }
    }

    let classes = demo.classes.iter().map(|class| NewClass {
        id: class.id,
        org: demo.schools[class.school].0,
        title: class.title.to_owned(),
        grade: class.grade,
        code: class.code.to_owned(),
    });
    store.add_classes(classes.collect()).await?;

    let seats = demo
        .classes
        .iter()
        .flat_map(|c| c.students.iter().map(move |s| (c, s)));
    let students = seats
        .zip(credentials.students)
        .map(|((class, student), credential)| NewStudent {
            id: student.id,
            org: demo.schools[class.school].0,
            given_name: student.given_name.clone(),
            family_name: student.family_name.clone(),
            home_language: student.home_language.clone(),
            support: student.support,
            credential,
        });
    store.add_students(students.collect()).await?;

    let members = |class: &DemoClass| {
        let id = class.id;
        let people = class.students.iter().map(|student| student.id);
        let all: Vec<_> = people.chain([class.teacher]).collect();
        all.into_iter()
            .map(move |user| EnrollmentRow { class: id, user })
    };
    store
        .enroll(demo.classes.iter().flat_map(members).collect())
        .await?;
    Ok(())
}

async fn add_assignments(store: &dyn Store, demo: &Demo, now_ms: i64) -> StoreResult<()> {
    for class in &demo.classes {
        for (n, pathway) in class.pathways.iter().enumerate() {
            // A pathway that this bank does not have is nothing to practise.
            if Bank::embedded().pathway(pathway).is_none() {
                continue;
            }
            let assignment = NewAssignmentRow {
                id: AssignmentId(fixed_id("assignment", &format!("{} {pathway}", class.code))),
                class: class.id,
                pathway: pathway.clone(),
                assigned_by: class.teacher,
                assigned_at_ms: now_ms - (24 - n as i64) * DAY_MS,
            };
            store.assign(assignment).await?;
        }
    }
    Ok(())
}
