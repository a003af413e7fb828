//! The people of the district, from a seed.

use std::collections::HashSet;

use api::{ClassId, OrgId, SupportLevel, UserId};
use item_bank::{LanguageTag, PathwayCode};
use sha2::{Digest, Sha256};

use super::district::{
    CLASSES, ClassPlan, DISTRICT, FIXED, GUIDE_CLASS, SCHOOLS, STUDENTS_PER_CLASS, TEACHERS,
};
use super::names::{self, Names};
use super::random::Dice;
use crate::ids;

/// The first day of the district's school year, in whose milliseconds its ids are made.
const YEAR_STARTS_MS: i64 = 1_787_000_000_000;

#[derive(Debug)]
pub struct Demo {
    pub seed: u64,
    pub district: OrgId,
    pub schools: Vec<(OrgId, &'static str)>,
    pub teachers: Vec<DemoTeacher>,
    pub classes: Vec<DemoClass>,
}

#[derive(Debug)]
pub struct DemoTeacher {
    pub id: UserId,
    pub username: &'static str,
    pub display_name: &'static str,
    pub school: usize,
    /// The language whose texts they may approve.
    pub reads: Option<LanguageTag>,
}

#[derive(Debug)]
pub struct DemoClass {
    pub id: ClassId,
    pub title: &'static str,
    pub code: &'static str,
    pub school: usize,
    pub grade: u8,
    pub teacher: UserId,
    pub pathways: Vec<PathwayCode>,
    pub students: Vec<DemoStudent>,
}

#[derive(Debug)]
pub struct DemoStudent {
    pub id: UserId,
    pub given_name: String,
    pub family_name: String,
    pub home_language: Option<LanguageTag>,
    pub support: SupportLevel,
    pub pin: String,
    /// How fast they learn, for the simulation; 1 is the model's own student.
    pub pace: f64,
    /// How readily they take a hint.
    pub asks: f64,
    /// Over all skills, in logits: what the engine has to find out.
    pub ability: f64,
    /// Questions answered up to now, for each skill of what is assigned.
    pub effort: f64,
}

/// Home language and support of a class of 30, the fixed two aside: ten English learners, some who
/// have left the programme, and the rest.
const MIX: [(usize, Option<&str>, SupportLevel); 12] = [
    (1, Some("es"), SupportLevel::Emerging),
    (3, Some("es"), SupportLevel::Expanding),
    (2, Some("es"), SupportLevel::Bridging),
    (2, Some("es"), SupportLevel::Exited),
    (1, Some("vi"), SupportLevel::Expanding),
    (1, Some("vi"), SupportLevel::Exited),
    (1, Some("ar"), SupportLevel::Emerging),
    (1, Some("zh-Hans"), SupportLevel::Expanding),
    (1, Some("fil"), SupportLevel::Bridging),
    (1, Some("fil"), SupportLevel::Exited),
    (1, Some("es"), SupportLevel::Emerging),
    (15, None, SupportLevel::None),
];

impl Demo {
    pub fn new(seed: u64) -> Self {
        let teachers: Vec<DemoTeacher> = TEACHERS
            .iter()
            .map(|plan| DemoTeacher {
                id: UserId(fixed_id("staff", plan.username)),
                username: plan.username,
                display_name: plan.display_name,
                school: plan.school,
                reads: plan.reads.parse().ok(),
            })
            .collect();
        let classes = CLASSES.iter().enumerate().map(|(n, plan)| {
            // A stream of its own for each class: changing one leaves the others as they are.
            let mut dice = Dice::new(seed.wrapping_mul(31).wrapping_add(n as u64));
            class(plan, &teachers, &mut dice)
        });
        Self {
            seed,
            district: OrgId(fixed_id("org", DISTRICT)),
            schools: SCHOOLS
                .iter()
                .map(|s| (OrgId(fixed_id("org", s.name)), s.name))
                .collect(),
            classes: classes.collect(),
            teachers,
        }
    }

    pub fn guide_class_id() -> ClassId {
        ClassId(fixed_id("class", GUIDE_CLASS))
    }
}

fn class(plan: &ClassPlan, teachers: &[DemoTeacher], dice: &mut Dice) -> DemoClass {
    let teacher = teachers.iter().find(|t| t.username == plan.teacher);
    DemoClass {
        id: ClassId(fixed_id("class", plan.code)),
        title: plan.title,
        code: plan.code,
        school: plan.school,
        grade: SCHOOLS[plan.school].grade,
        teacher: teacher.map_or(UserId(uuid::Uuid::nil()), |t| t.id),
        pathways: plan
            .pathways
            .iter()
            .filter_map(|code| code.parse().ok())
            .collect(),
        students: students(plan, dice),
    }
}

fn students(plan: &ClassPlan, dice: &mut Dice) -> Vec<DemoStudent> {
    let mut taken: HashSet<String> = HashSet::new();
    let mut students: Vec<DemoStudent> = Vec::with_capacity(STUDENTS_PER_CLASS);
    if plan.code == GUIDE_CLASS {
        for fixed in &FIXED {
            taken.insert(fixed.given.to_owned());
            students.push(DemoStudent {
                id: UserId(fixed_id("student", fixed.given)),
                given_name: fixed.given.to_owned(),
                family_name: fixed.family.to_owned(),
                home_language: fixed.language.and_then(|tag| tag.parse().ok()),
                support: fixed.support,
                pin: fixed.pin.to_owned(),
                pace: 1.0,
                asks: 0.3,
                ability: 0.3,
                // Few answers yet: the guides' students have most of the pathway before them.
                effort: 1.5,
            });
        }
    }
    let mut mix: Vec<(Option<&str>, SupportLevel)> = MIX
        .iter()
        .flat_map(|(count, language, support)| std::iter::repeat_n((*language, *support), *count))
        .collect();
    dice.shuffle(&mut mix);
    for (language, support) in mix {
        if students.len() == STUDENTS_PER_CLASS {
            break;
        }
        let names = names_of(language);
        let given_name = fresh_given(names, &mut taken, dice);
        let id = UserId(ids::from_parts(YEAR_STARTS_MS, dice.bytes()));
        students.push(DemoStudent {
            id,
            given_name,
            family_name: names.family[dice.below(names.family.len())].to_owned(),
            home_language: language.and_then(|tag| tag.parse().ok()),
            support,
            pin: format!("{:04}", dice.below(10_000)),
            pace: pace(dice),
            asks: 0.1 + 0.4 * dice.chance(),
            ability: ability(id),
            effort: effort(dice),
        });
    }
    students
}

/// Most learn at about the model's pace, some faster, and a few hardly: these get stuck.
fn pace(dice: &mut Dice) -> f64 {
    match dice.chance() {
        roll if roll < 0.12 => 0.15 + 0.2 * dice.chance(),
        roll if roll < 0.75 => 0.7 + 0.6 * dice.chance(),
        _ => 1.4 + 0.8 * dice.chance(),
    }
}

/// As among students of a district. A stream of its own: names and PINs do not hang on it.
fn ability(student: UserId) -> f64 {
    const SPREAD: f64 = 0.8;
    SPREAD * Dice::new(student.0.as_u128() as u64).normal()
}

/// Classes are in the middle of their pathways: some are nearly through, most somewhere within, and
/// of a few nothing is known yet.
fn effort(dice: &mut Dice) -> f64 {
    match dice.chance() {
        roll if roll < 0.07 => 0.0,
        roll if roll < 0.2 => 0.4 + 0.6 * dice.chance(),
        roll if roll < 0.8 => 1.5 + 3.0 * dice.chance(),
        _ => 4.5 + 3.5 * dice.chance(),
    }
}

/// A given name that nobody in the class has, so that the name alone signs in.
fn fresh_given(names: &Names, taken: &mut HashSet<String>, dice: &mut Dice) -> String {
    let start = dice.below(names.given.len());
    let candidates = names
        .given
        .iter()
        .cycle()
        .skip(start)
        .take(names.given.len());
    let free = candidates.copied().find(|given| !taken.contains(*given));
    // Lists are longer than any group of a class; were one not, the name repeats.
    let given = free.unwrap_or(names.given[start]).to_owned();
    taken.insert(given.clone());
    given
}

fn names_of(language: Option<&str>) -> &'static Names {
    match language {
        Some("es") => &names::SPANISH,
        Some("vi") => &names::VIETNAMESE,
        Some("ar") => &names::ARABIC,
        Some("zh-Hans") => &names::CHINESE,
        Some("fil") => &names::FILIPINO,
        _ => &names::OTHERS,
    }
}

/// The same id for the same thing in every demo database.
pub fn fixed_id(kind: &str, name: &str) -> uuid::Uuid {
    let digest = Sha256::digest(format!("trellis demo {kind} {name}"));
    let mut random = [0; 10];
    random.copy_from_slice(&digest[..10]);
    ids::from_parts(YEAR_STARTS_MS, random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_district_is_as_the_guides_say() {
        let demo = Demo::new(7);
        assert_eq!(demo.schools.len(), 2);
        assert_eq!(demo.classes.len(), 6);
        for class in &demo.classes {
            assert_eq!(class.students.len(), STUDENTS_PER_CLASS, "{}", class.code);
            let given: HashSet<&str> = class
                .students
                .iter()
                .map(|s| s.given_name.as_str())
                .collect();
            assert_eq!(
                given.len(),
                STUDENTS_PER_CLASS,
                "{} has a name twice",
                class.code
            );
            let learners = class
                .students
                .iter()
                .filter(|s| !matches!(s.support, SupportLevel::None | SupportLevel::Exited));
            let learners = learners.count();
            assert!((9..=13).contains(&learners), "{learners} English learners");
        }
        let guide = demo.classes.iter().find(|c| c.code == GUIDE_CLASS).unwrap();
        let ana = &guide.students[0];
        assert_eq!((ana.given_name.as_str(), ana.pin.as_str()), ("Ana", "1234"));
    }

    #[test]
    fn the_seed_decides_people_but_not_classes() {
        let (a, b, c) = (Demo::new(1), Demo::new(1), Demo::new(2));
        let pins = |demo: &Demo| -> Vec<String> {
            demo.classes
                .iter()
                .flat_map(|c| &c.students)
                .map(|s| s.pin.clone())
                .collect()
        };
        assert_eq!(pins(&a), pins(&b));
        assert_ne!(pins(&a), pins(&c));
        assert_eq!(a.classes[3].id, c.classes[3].id);
    }
}
