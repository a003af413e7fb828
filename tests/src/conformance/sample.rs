//! A small district to test with.

use api::{
    AssignmentId, ClassId, DeviceId, OrgId, ResponseId, ResponseRecord, SupportLevel, UserId,
};
use engine::{AbilityPrior, Help, ItemParams, SchoolDay, SkillParams};
use item_bank::{LanguageTag, PathwayCode, RawAnswer, SkillCode, TemplateRef, Verdict};
use store::{
    CredentialHash, EnrollmentRow, GradedResponse, NewAssignmentRow, NewClass, NewOrg, NewStaff,
    NewStudent, OrgKind, Scored, Store,
};
use uuid::Uuid;

/// 2026-09-01T15:00:00Z, a morning in California.
pub const NOW_MS: i64 = 1_788_274_800_000;

/// A UUIDv7 made of a number, in its order.
pub fn uuid(n: u64) -> Uuid {
    let mut tail = [0; 10];
    tail[2..].copy_from_slice(&n.to_be_bytes());
    uuid::Builder::from_unix_timestamp_millis(NOW_MS as u64 + n, &tail).into_uuid()
}

pub const DISTRICT: u64 = 1;
pub const SCHOOL: u64 = 2;
pub const OKAFOR: u64 = 10;
pub const NGUYEN: u64 = 11;
pub const ANA: u64 = 20;
pub const LIAM: u64 = 21;
pub const MEI: u64 = 22;
/// Taught by Okafor; Ana and Liam are in it.
pub const MAPLE: u64 = 30;
/// Taught by Nguyen; Mei is in it.
pub const BIRCH: u64 = 31;

pub fn user(n: u64) -> UserId {
    UserId(uuid(n))
}

pub fn class(n: u64) -> ClassId {
    ClassId(uuid(n))
}

pub fn org(n: u64) -> OrgId {
    OrgId(uuid(n))
}

pub fn pathway(code: &str) -> PathwayCode {
    code.parse().unwrap()
}

pub fn skill(code: &str) -> SkillCode {
    code.parse().unwrap()
}

pub fn language(tag: &str) -> Option<LanguageTag> {
    Some(tag.parse().unwrap())
}

pub fn new_student(n: u64, given: &str, family: &str) -> NewStudent {
    NewStudent {
        id: user(n),
        org: org(SCHOOL),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        home_language: None,
        support: SupportLevel::None,
        credential: CredentialHash(format!("$argon2id$pin-of-{n}")),
    }
}

pub fn new_staff(n: u64, username: &str, display_name: &str) -> NewStaff {
    NewStaff {
        id: user(n),
        org: org(SCHOOL),
        username: username.to_owned(),
        display_name: display_name.to_owned(),
        credential: CredentialHash(format!("$argon2id$password-of-{username}")),
    }
}

pub fn new_class(n: u64, title: &str, code: &str) -> NewClass {
    NewClass {
        id: class(n),
        org: org(SCHOOL),
        title: title.to_owned(),
        grade: 6,
        code: code.to_owned(),
    }
}

pub fn new_assignment(n: u64, class_n: u64, code: &str, at_ms: i64) -> NewAssignmentRow {
    NewAssignmentRow {
        id: AssignmentId(uuid(n)),
        class: class(class_n),
        pathway: pathway(code),
        assigned_by: user(OKAFOR),
        assigned_at_ms: at_ms,
    }
}

pub async fn enroll(store: &dyn Store, pairs: &[(u64, u64)]) {
    let rows = pairs.iter().map(|(c, u)| EnrollmentRow {
        class: class(*c),
        user: user(*u),
    });
    store.enroll(rows.collect()).await.unwrap();
}

/// Two classes, two teachers, three students.
pub async fn district(store: &dyn Store) {
    let new = |n, parent: Option<u64>, kind, name: &str| NewOrg {
        id: org(n),
        parent: parent.map(org),
        kind,
        name: name.to_owned(),
    };
    let orgs = vec![
        new(DISTRICT, None, OrgKind::District, "Valle Verde Unified"),
        new(
            SCHOOL,
            Some(DISTRICT),
            OrgKind::School,
            "Marigold Middle School",
        ),
    ];
    store.add_orgs(orgs).await.unwrap();
    let staff = vec![
        new_staff(OKAFOR, "Okafor", "Ms. Okafor"),
        new_staff(NGUYEN, "nguyen", "Mr. Nguyen"),
    ];
    store.add_staff(staff).await.unwrap();
    let mut ana = new_student(ANA, "Ana", "Rivera");
    ana.home_language = language("es");
    ana.support = SupportLevel::Emerging;
    let students = vec![
        ana,
        new_student(LIAM, "Liam", "Chen"),
        new_student(MEI, "Mei", "Zhou"),
    ];
    store.add_students(students).await.unwrap();
    let classes = vec![
        new_class(MAPLE, "Grade 6 Math, Period 2", "MAPLE-27"),
        new_class(BIRCH, "Grade 6 Math, Period 4", "BIRCH-31"),
    ];
    store.add_classes(classes).await.unwrap();
    enroll(
        store,
        &[
            (MAPLE, OKAFOR),
            (MAPLE, ANA),
            (MAPLE, LIAM),
            (BIRCH, NGUYEN),
            (BIRCH, MEI),
        ],
    )
    .await;
}

pub fn params() -> SkillParams {
    SkillParams {
        forget: 0.02,
        forget_daily: 0.01,
        guess_slope: 0.9,
        slip_slope: 1.1,
        ..SkillParams::plain(0.3, 0.15, 0.1, 0.1).unwrap()
    }
}

/// A right, unaided first attempt at item `seed` of a skill, one minute after the one before.
pub fn response(n: u64, skill_code: &str, seed: u32) -> GradedResponse {
    let at_ms = NOW_MS + n as i64 * 60_000;
    GradedResponse {
        record: ResponseRecord {
            id: ResponseId(uuid(1_000 + n)),
            template: TemplateRef {
                id: format!("{skill_code}-a").parse().unwrap(),
                version: 1,
            },
            seed,
            attempt: 1,
            answer: RawAnswer::Text("3/4".to_owned()),
            hints: 0,
            bridge: false,
            answered_at_ms: at_ms - 1_234,
            elapsed_ms: 20_000,
        },
        device: DeviceId(uuid(500)),
        skill: skill(skill_code),
        result: Verdict::Correct,
        hints_of: 3,
        received_at_ms: at_ms + 5,
        effective_at_ms: at_ms,
        scored: Some(Scored {
            correct: true,
            item: ItemParams {
                difficulty: 0.3,
                chance: 0.0,
            },
            help: Help { depth: 0, of: 3 },
            bridged: false,
            day: SchoolDay::from_epoch_ms(at_ms),
            params: params(),
            prior: AbilityPrior::default(),
        }),
    }
}
