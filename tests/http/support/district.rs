//! A district small enough to know by heart.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use api::{AssignmentId, ClassId, OrgId, SupportLevel, UserId};
use item_bank::{Bank, PathwayCode};
use server::auth::hasher;
use server::ids;
use store::{
    CredentialHash, EnrollmentRow, NewAssignmentRow, NewClass, NewOrg, NewStaff, NewStudent,
    OrgKind, Store,
};

use super::running::NOW_MS;

/// Ms. Okafor teaches MAPLE-27: Ana Rivera, Ana Silva, Liam Chen, José Núñez. Mr. Nguyen teaches
/// CEDAR-31: Bao Tran.
pub struct District {
    pub maple: ClassId,
    pub ana: UserId,
    pub liam: UserId,
    pub bao: UserId,
    pub okafor: UserId,
    pub assigned: AssignmentId,
}

impl District {
    pub const PASSWORD: &str = "a long and quiet word";
    /// Assigned to MAPLE-27.
    pub const PATHWAY: &str = "ratios-6";
    /// Not assigned.
    pub const OTHER_PATHWAY: &str = "readiness-6";

    pub async fn seed(store: &dyn Store) -> Self {
        let school = OrgId(id(1));
        let org = NewOrg {
            id: school,
            parent: None,
            kind: OrgKind::School,
            name: "Test".into(),
        };
        store.add_orgs(vec![org]).await.unwrap();

        let password = salted(Self::PASSWORD);
        let teacher = |n, username: &str, name: &str| NewStaff {
            id: UserId(id(n)),
            org: school,
            username: username.into(),
            display_name: name.into(),
            credential: password.clone(),
        };
        let staff = vec![
            teacher(10, "okafor", "Ms. Okafor"),
            teacher(11, "nguyen", "Mr. Nguyen"),
        ];
        store.add_staff(staff).await.unwrap();

        let student =
            |n, given: &str, family: &str, language: Option<&str>, pin: &str| NewStudent {
                id: UserId(id(n)),
                org: school,
                given_name: given.into(),
                family_name: family.into(),
                home_language: language.map(|tag| tag.parse().unwrap()),
                support: language.map_or(SupportLevel::None, |_| SupportLevel::Emerging),
                credential: salted(pin),
            };
        let students = vec![
            student(20, "Ana", "Rivera", Some("es"), "1234"),
            student(21, "Ana", "Silva", None, "2222"),
            student(22, "Liam", "Chen", None, "2345"),
            student(23, "José", "Núñez", Some("es"), "3333"),
            student(30, "Bao", "Tran", Some("vi"), "4321"),
        ];
        store.add_students(students).await.unwrap();

        let class = |n, title: &str, code: &str| NewClass {
            id: ClassId(id(n)),
            org: school,
            title: title.into(),
            grade: 6,
            code: code.into(),
        };
        let classes = vec![
            class(40, "Period 2", "MAPLE-27"),
            class(41, "Period 4", "CEDAR-31"),
        ];
        store.add_classes(classes).await.unwrap();

        let (maple, cedar) = (ClassId(id(40)), ClassId(id(41)));
        let seats = [
            (maple, 10),
            (maple, 20),
            (maple, 21),
            (maple, 22),
            (maple, 23),
        ];
        let seats = seats.into_iter().chain([(cedar, 11), (cedar, 30)]);
        let seats = seats.map(|(class, n)| EnrollmentRow {
            class,
            user: UserId(id(n)),
        });
        store.enroll(seats.collect()).await.unwrap();

        let pathway: PathwayCode = Self::PATHWAY.parse().unwrap();
        assert!(Bank::embedded().pathway(&pathway).is_some());
        let assigned = AssignmentId(id(50));
        let assignment = NewAssignmentRow {
            id: assigned,
            class: maple,
            pathway,
            assigned_by: UserId(id(10)),
            assigned_at_ms: NOW_MS - 86_400_000,
        };
        store.assign(assignment).await.unwrap();
        Self {
            maple,
            ana: UserId(id(20)),
            liam: UserId(id(22)),
            bao: UserId(id(30)),
            okafor: UserId(id(10)),
            assigned,
        }
    }
}

fn id(n: u8) -> uuid::Uuid {
    ids::from_parts(NOW_MS, [n; 10])
}

/// The salt does not matter here; one that is fixed lets each secret be hashed once.
fn salted(secret: &str) -> CredentialHash {
    static DONE: LazyLock<Mutex<HashMap<String, CredentialHash>>> = LazyLock::new(Mutex::default);
    let mut done = DONE.lock().unwrap();
    let hash = || hasher::hash_with_salt(secret, &[9; 16]).unwrap();
    done.entry(secret.to_owned()).or_insert_with(hash).clone()
}
