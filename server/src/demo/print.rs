//! The sign-ins, for people and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::district::{FIXED, GUIDE_CLASS, TEACHER_PASSWORD, TEACHERS};
use super::people::Demo;

/// The few sign-ins that a guide needs, after `Trellis is at ...`.
pub fn sign_ins(origin: &str) -> String {
    let mut out = format!("\n  Students   {origin}/        class code {GUIDE_CLASS}\n");
    for student in &FIXED {
        let name = format!("{} {}", student.given, student.family);
        let _ = write!(out, "             {name:<12} PIN {}", student.pin);
        out.push_str(match student.language {
            Some("es") => "   with the bridge in Spanish\n",
            _ => "\n",
        });
    }
    let _ = writeln!(out, "  Teachers   {origin}/staff");
    for teacher in &TEACHERS {
        let _ = writeln!(
            out,
            "             {:<12} password {TEACHER_PASSWORD}",
            teacher.username
        );
    }
    out.push_str("  Everyone   trellis demo --list\n");
    out
}

/// Every sign-in of a seed's district.
pub fn list(demo: &Demo) -> String {
    let mut out = String::new();
    for teacher in &demo.teachers {
        let _ = writeln!(
            out,
            "{:<10} {:<14} password {TEACHER_PASSWORD}",
            teacher.username, teacher.display_name
        );
    }
    for class in &demo.classes {
        let school = demo.schools[class.school].1;
        let _ = writeln!(out, "\n{}   {}, {school}", class.code, class.title);
        for student in &class.students {
            let language = student
                .home_language
                .as_ref()
                .map_or("", |tag| tag.as_str());
            let name = format!("{} {}", student.given_name, student.family_name);
            let _ = writeln!(out, "  {name:<28} PIN {}   {language}", student.pin);
        }
    }
    out
}

/// The same as JSON.
pub fn list_json(demo: &Demo) -> Value {
    let classes = demo.classes.iter().map(|class| {
        let students = class.students.iter().map(|student| {
            json!({
                "name": format!("{} {}", student.given_name, student.family_name),
                "pin": student.pin,
                "home_language": student.home_language,
                "support": student.support,
            })
        });
        json!({
            "code": class.code,
            "title": class.title,
            "school": demo.schools[class.school].1,
            "grade": class.grade,
            "students": students.collect::<Vec<_>>(),
        })
    });
    let teachers = demo.teachers.iter().map(|teacher| {
        json!({
            "username": teacher.username,
            "name": teacher.display_name,
            "password": TEACHER_PASSWORD,
        })
    });
    json!({
        "seed": demo.seed,
        "teachers": teachers.collect::<Vec<_>>(),
        "classes": classes.collect::<Vec<_>>(),
    })
}
