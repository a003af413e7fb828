//! Who answers: students of the demo district.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, bail};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct District {
    classes: Vec<Class>,
}

#[derive(Deserialize)]
struct Class {
    code: String,
    students: Vec<Student>,
}

#[derive(Deserialize)]
struct Student {
    name: String,
    pin: String,
}

/// The bodies of `count` students' sign-ins.
pub fn of(trellis: &Path, count: usize) -> anyhow::Result<Vec<Value>> {
    let listed = Command::new(trellis)
        .args(["demo", "--list", "--json"])
        .output();
    let listed = listed.with_context(|| format!("starting {}", trellis.display()))?;
    let district: District =
        serde_json::from_slice(&listed.stdout).context("reading `trellis demo --list --json`")?;
    let people: Vec<Value> = district
        .classes
        .into_iter()
        .flat_map(|class| {
            let code = class.code;
            class.students.into_iter().map(move |student| {
                json!({ "class_code": code, "name": student.name, "pin": student.pin })
            })
        })
        .take(count)
        .collect();
    if people.len() < count {
        bail!(
            "the demo district has {} students, not {count}",
            people.len()
        );
    }
    Ok(people)
}
