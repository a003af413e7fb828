//! The district's fixed points: orgs, staff, classes, and the two students that every guide names.

use api::SupportLevel;

pub const DISTRICT: &str = "Valle Verde Unified";
pub const TEACHER_PASSWORD: &str = "trellis-demo-teacher";
pub const STUDENTS_PER_CLASS: usize = 30;

#[derive(Debug)]
pub struct SchoolPlan {
    pub name: &'static str,
    pub grade: u8,
    /// Hours after midnight UTC at which the first class meets: 8 in the morning in California.
    pub first_hour: i64,
}

pub const SCHOOLS: [SchoolPlan; 2] = [
    SchoolPlan {
        name: "Alder Creek Elementary",
        grade: 5,
        first_hour: 16,
    },
    SchoolPlan {
        name: "Marigold Middle School",
        grade: 6,
        first_hour: 15,
    },
];

#[derive(Debug)]
pub struct TeacherPlan {
    pub username: &'static str,
    pub display_name: &'static str,
    pub school: usize,
    /// The language whose texts they may approve.
    pub reads: &'static str,
}

pub const TEACHERS: [TeacherPlan; 3] = [
    TeacherPlan {
        username: "okafor",
        display_name: "Ms. Okafor",
        school: 1,
        reads: "es",
    },
    TeacherPlan {
        username: "nguyen",
        display_name: "Mr. Nguyen",
        school: 0,
        reads: "vi",
    },
    TeacherPlan {
        username: "haddad",
        display_name: "Ms. Haddad",
        school: 1,
        reads: "ar",
    },
];

#[derive(Debug)]
pub struct ClassPlan {
    pub title: &'static str,
    pub code: &'static str,
    pub school: usize,
    pub teacher: &'static str,
    /// Pathways assigned some weeks ago, oldest first.
    pub pathways: &'static [&'static str],
}

/// The class that guides and journeys use.
pub const GUIDE_CLASS: &str = "MAPLE-27";

pub const CLASSES: [ClassPlan; 6] = [
    ClassPlan {
        title: "Grade 6 Math, Period 2",
        code: GUIDE_CLASS,
        school: 1,
        teacher: "okafor",
        // Not readiness-6: the teacher's journey assigns it.
        pathways: &["ratios-6"],
    },
    ClassPlan {
        title: "Grade 6 Math, Period 4",
        code: "CEDAR-31",
        school: 1,
        teacher: "okafor",
        pathways: &["readiness-6", "ratios-6"],
    },
    ClassPlan {
        title: "Grade 6 Math, Period 5",
        code: "BIRCH-48",
        school: 1,
        teacher: "haddad",
        pathways: &["fractions-6", "ratios-6"],
    },
    ClassPlan {
        title: "Grade 5 Math, Room 12",
        code: "POPPY-14",
        school: 0,
        teacher: "nguyen",
        pathways: &["fractions-5"],
    },
    ClassPlan {
        title: "Grade 5 Math, Room 14",
        code: "SAGE-62",
        school: 0,
        teacher: "nguyen",
        pathways: &["fractions-5"],
    },
    ClassPlan {
        title: "Grade 5 Math, Room 15",
        code: "FERN-53",
        school: 0,
        teacher: "nguyen",
        pathways: &["fractions-5", "fractions-6"],
    },
];

/// A student whose sign-in is the same whatever the seed.
#[derive(Debug)]
pub struct Fixed {
    pub given: &'static str,
    pub family: &'static str,
    pub language: Option<&'static str>,
    pub support: SupportLevel,
    pub pin: &'static str,
}

/// Both sit in [`GUIDE_CLASS`].
pub const FIXED: [Fixed; 2] = [
    Fixed {
        given: "Ana",
        family: "Rivera",
        language: Some("es"),
        support: SupportLevel::Emerging,
        pin: "1234",
    },
    Fixed {
        given: "Liam",
        family: "Chen",
        language: None,
        support: SupportLevel::None,
        pin: "2345",
    },
];
